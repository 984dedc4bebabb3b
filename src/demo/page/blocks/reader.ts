import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Channel, FieldInput, Person, View } from '../../slack/types.ts';

/** The person who looks at the blocks: decides how mentions, numbers and times read. */
export interface Reader {
  /** `PageState.names` */
  readonly names: Readonly<Record<string, string>>;
  /** BCP 47 */
  readonly locale: string;
  /** IANA name */
  readonly timeZone: string;
  /** How far their clock is ahead of this machine's, milliseconds. */
  readonly aheadMs: number;
}

export const ReaderContext = createContext<Reader>({ names: {}, locale: 'en-US', timeZone: 'UTC', aheadMs: 0 });

export function useReader(): Reader {
  return useContext(ReaderContext);
}

/** A field of a view, by where it stands. */
export interface FieldPlace {
  readonly blockId: string;
  readonly actionId: string;
}

/** What the elements of a view can do. */
export interface ViewActs {
  /** Resolves when the app, if it wants to know at once, has acknowledged it or failed to. */
  readonly fill: (field: FieldPlace, value: FieldInput, pressEnter?: boolean) => Promise<void>;
  readonly press: Press;
}

/** The view around, and what there is to choose from; `undefined` in a message, where nothing is filled in. */
export interface ViewAround extends ViewActs {
  readonly view: View;
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
}

export const ViewContext = createContext<ViewAround | undefined>(undefined);

/** Presses a button of the message or view around; resolves when the app has acknowledged it or failed to. */
export type Press = (input: { readonly actionId: string; readonly blockId: string }) => Promise<void>;

export const PressContext = createContext<Press>(async () => {});

export function usePress(): Press {
  return useContext(PressContext);
}
