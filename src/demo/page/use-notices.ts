import { useCallback, useState } from 'preact/hooks';

/** Something Slack itself tells one person, in one channel, until it is dismissed. */
export interface Notice {
  readonly id: number;
  /** Unix milliseconds of the demo's clock. */
  readonly at: number;
  readonly text: string;
}

export interface Notices {
  readonly notices: readonly Notice[];
  readonly tell: (notice: Omit<Notice, 'id'> & { readonly placeKey: string }) => void;
  readonly dismiss: (id: number) => void;
}

/** Which place a notice belongs to. */
export function placeKeyOf(personId: string, channelId: string | null): string {
  return `${personId} ${channelId}`;
}

/** Notices of one place; those of another place are kept apart from them and shown when it is open again. */
export function useNotices(placeKey: string): Notices {
  const [all, setAll] = useState<readonly (Notice & { readonly placeKey: string })[]>([]);
  const tell = useCallback<Notices['tell']>(
    (notice) => setAll((before) => [...before, { ...notice, id: (before.at(-1)?.id ?? 0) + 1 }]),
    [],
  );
  const dismiss = useCallback((id: number) => setAll((before) => before.filter((notice) => notice.id !== id)), []);
  return { notices: all.filter((notice) => notice.placeKey === placeKey), tell, dismiss };
}
