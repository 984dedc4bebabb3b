import { useCallback, useState } from 'preact/hooks';

/** Something Slack itself tells one person, in one channel, until it is dismissed. */
export interface Notice {
  readonly id: number;
  /** Unix milliseconds. */
  readonly at: number;
  readonly text: string;
}

export interface Notices {
  readonly notices: readonly Notice[];
  readonly tell: (text: string) => void;
  readonly dismiss: (id: number) => void;
}

/** Notices of one place; those of another place are kept apart from them and shown when it is open again. */
export function useNotices(placeKey: string): Notices {
  const [all, setAll] = useState<readonly (Notice & { readonly placeKey: string })[]>([]);
  const tell = useCallback(
    (text: string) =>
      setAll((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, at: Date.now(), text, placeKey }]),
    [placeKey],
  );
  const dismiss = useCallback((id: number) => setAll((before) => before.filter((notice) => notice.id !== id)), []);
  return { notices: all.filter((notice) => notice.placeKey === placeKey), tell, dismiss };
}
