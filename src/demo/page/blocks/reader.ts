import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Whoever looks at the blocks: decides how mentions, numbers and times read. */
export interface Reader {
  /** `PageState.names` */
  readonly names: Readonly<Record<string, string>>;
  /** BCP 47 */
  readonly locale: string;
  /** IANA name */
  readonly timeZone: string;
}

export const ReaderContext = createContext<Reader>({ names: {}, locale: 'en-US', timeZone: 'UTC' });

export function useReader(): Reader {
  return useContext(ReaderContext);
}

/** Presses a button of the message around; resolves when the app has acknowledged it or failed to. */
export type Press = (input: { readonly actionId: string; readonly blockId: string }) => Promise<void>;

export const PressContext = createContext<Press>(async () => {});

export function usePress(): Press {
  return useContext(PressContext);
}
