import type { ChannelId } from '../../followstats/ids.ts';
import { writeAccount } from '../../followstats/typed/who.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { RuleKind, WatchRule, WatchSpan } from '../../followstats/watches/rule.ts';
import { type FormFault, MOST_LISTS_CHOSEN } from '../form/digest-form.ts';
import type { FormWho } from '../form/read-form.ts';
import type { PlaceFault } from '../ports.ts';
import type { WatchSpec } from './types.ts';

/** A watch as a person fills it in: all of it as typed, with or without faults. What was entered for another rule is kept. */
export interface WatchForm extends FormWho {
  readonly kind: RuleKind;
  /** Of *reaches* and *falls below*. */
  readonly followers: string;
  /** Of *gains* and *loses*: one of the two. */
  readonly absolute: string;
  readonly percent: string;
  readonly span: WatchSpan;
  /** A Slack conversation id; '' while none is chosen. */
  readonly channelId: ChannelId;
}

/** What is wrong with a watch's form, on the field where it stands; whom it names and where it tells as in a digest's. */
export type WatchFormFault =
  | Extract<FormFault, { readonly field: 'channel' | 'lists' | 'accounts' | 'people' }>
  | { readonly field: 'followers' | 'absolute'; readonly kind: 'not-a-number'; readonly text: string }
  | { readonly field: 'percent'; readonly kind: 'not-a-percentage'; readonly text: string }
  | { readonly field: 'absolute'; readonly kind: 'amount-missing' | 'two-amounts' }
  | { readonly field: 'accounts'; readonly kind: 'too-many-watched'; readonly count: number }
  | { readonly field: 'kind'; readonly kind: 'watch-gone' | 'too-many-watches' }
  /** It tells in a conversation that the person isn't in. */
  | { readonly field: 'channel'; readonly kind: 'watch-elsewhere'; readonly fault: PlaceFault };

/** The fault of a form whose watch was deleted meanwhile; it stands on a field that is always there. */
export const WATCH_GONE: WatchFormFault = { field: 'kind', kind: 'watch-gone' };
/** The fault of a new watch when there are as many as there may be. */
export const TOO_MANY_WATCHES: WatchFormFault = { field: 'kind', kind: 'too-many-watches' };

/** What a new watch begins with. @param account whom it is about at first */
export function emptyWatchForm(account: AccountId | undefined): WatchForm {
  return {
    kind: 'reaches',
    followers: '',
    absolute: '',
    percent: '',
    span: 'day',
    channelId: '',
    lists: [],
    accounts: account === undefined ? '' : writeAccount(account),
    personIds: [],
  };
}

/** A watch as a form shows it: `readWatchForm` reads the same one back. */
export function toWatchForm({ rule, channelId, accounts, lists }: WatchSpec): WatchForm {
  const typedLists = lists.slice(MOST_LISTS_CHOSEN).map((name) => `list:${name}`);
  return {
    ...emptyWatchForm(undefined),
    ...ruleFields(rule),
    channelId,
    lists: lists.slice(0, MOST_LISTS_CHOSEN),
    accounts: [...accounts.map(writeAccount), ...typedLists].join(' '),
  };
}

function ruleFields(rule: WatchRule): Partial<WatchForm> {
  if ('followers' in rule) return { kind: rule.kind, followers: `${rule.followers}` };
  if (rule.kind === 'disappears') return { kind: rule.kind };
  const { kind, by, span } = rule;
  return { kind, span, [by.unit === 'percent' ? 'percent' : 'absolute']: `${by.size}` };
}
