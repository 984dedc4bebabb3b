import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Channel, FieldInput, Person, Suggestions, View, ViewValues } from '../../slack/types.ts';

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

/** An element, by where it stands. */
export interface ElementPlace {
  readonly blockId: string;
  readonly actionId: string;
}

/** What a person does with the elements of a message or view. Each resolves when the app has acknowledged it or failed to, if it hears of it. */
export interface Acts {
  readonly press: (button: ElementPlace) => Promise<void>;
  /** Chooses an option of an overflow menu, by its value. */
  readonly choose: (menu: ElementPlace, value: string) => Promise<void>;
  readonly fill: (field: ElementPlace, value: FieldInput, pressEnter?: boolean) => Promise<void>;
  /** What an external select lists below `text`. Rejects with one sentence when that can't be had. */
  readonly suggest: (field: ElementPlace, text: string) => Promise<Suggestions>;
}

/** What the blocks stand in, and what there is to choose from. */
export interface Around extends Acts {
  readonly surface: View['surface'] | 'message';
  readonly values: ViewValues;
  /** By `block_id`, as in `View`; none in a message. */
  readonly errors: View['errors'];
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
}

const NOWHERE: Around = {
  surface: 'message',
  values: {},
  errors: {},
  people: [],
  channels: [],
  press: async () => {},
  choose: async () => {},
  fill: async () => {},
  suggest: async () => ({ delivery: undefined, options: [], groups: [] }),
};

export const AroundContext = createContext<Around>(NOWHERE);

export function useAround(): Around {
  return useContext(AroundContext);
}
