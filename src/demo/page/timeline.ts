import type { PageMessage } from '../page-server/page-state.ts';
import type { Notice } from './use-notices.ts';

/** One line of a place: what was said there, what Slack says to its reader, and what parts them. */
export type TimelineItem =
  | { readonly kind: 'message'; readonly key: string; readonly message: PageMessage }
  | { readonly kind: 'notice'; readonly key: string; readonly notice: Notice }
  | { readonly kind: 'day'; readonly key: string; readonly day: string }
  /** What comes below was not seen when the place was opened. */
  | { readonly kind: 'new'; readonly key: string };

interface Options {
  readonly messages: readonly PageMessage[];
  readonly notices: readonly Notice[];
  /** How a day reads. @param at Unix milliseconds */
  readonly dayOf: (at: number) => string;
  /** `ts` of the message above which the line for what is new stands; undefined: it stands nowhere. */
  readonly newFrom: string | undefined;
}

/** Everything of a place in the order of time, with a heading for each day. A notice comes after a message of its instant. */
export function toTimeline({ messages, notices, dayOf, newFrom }: Options): readonly TimelineItem[] {
  const said = [
    ...messages.map((message) => ({ at: Number(message.ts) * 1000, message })),
    ...notices.map((notice) => ({ at: notice.at, notice })),
  ].toSorted((one, other) => one.at - other.at);

  const items: TimelineItem[] = [];
  let day = '';
  for (const one of said) {
    const itsDay = dayOf(one.at);
    if (itsDay !== day) items.push({ kind: 'day', key: itsDay, day: itsDay });
    day = itsDay;
    if ('notice' in one) items.push({ kind: 'notice', key: `notice ${one.notice.id}`, notice: one.notice });
    else {
      if (one.message.ts === newFrom) items.push({ kind: 'new', key: 'new' });
      items.push({ kind: 'message', key: one.message.ts, message: one.message });
    }
  }
  return items;
}
