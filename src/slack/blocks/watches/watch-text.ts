import type { Watch } from '../../../digests/watches/types.ts';
import { numberFormat } from '../../../followstats/formats.ts';
import type { WatchRule } from '../../../followstats/watches/rule.ts';
import type { Reader } from '../../words/reader.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import { listed } from '../kit/listed.ts';
import { named } from '../kit/named-account.ts';

/** Accounts and lists that are named; the others are counted. */
const MOST_NAMED = 3;

/** A watch by its number: `#7`. */
export function nameOf({ id }: Pick<Watch, 'id'>): Inline {
  return { bold: `#${id}` };
}

/** Where a watch tells. Direct messages, also by their person's id, have no name that others could read. */
export function placeOf({ words }: Reader, { channelId }: Pick<Watch, 'channelId'>): Sentence {
  return isDirect({ channelId }) ? words.digests.directMessages() : [{ channelId }];
}

/** The same for the person who asks to have its alerts there. */
export function ownPlaceOf({ words }: Reader, { channelId }: Pick<Watch, 'channelId'>): Sentence {
  return isDirect({ channelId }) ? words.digests.yourDirectMessages() : [{ channelId }];
}

/** Whether a watch tells in direct messages. */
export function isDirect({ channelId }: Pick<Watch, 'channelId'>): boolean {
  return /^[DUW]/.test(channelId);
}

/** When a watch tells, as a label: `reaches 10,000 followers`. */
export function describeRule({ words, locale }: Reader, rule: WatchRule): Sentence {
  const { rules } = words.watches;
  if (rule.kind === 'disappears') return rules.disappears();
  if ('followers' in rule) return rules[rule.kind]({ followers: rule.followers });
  const { kind, by, span } = rule;
  if (by.unit === 'followers') return rules[kind].followers[span]({ by: by.size });
  const percent = numberFormat(locale, { maximumFractionDigits: 6 }).format(by.size);
  return rules[kind].percent[span]({ percent });
}

/** Whom a watch looks at, and its rule: a line of labels. */
export function aboutOf(
  reader: Reader,
  { accounts, lists, rule }: Pick<Watch, 'accounts' | 'lists' | 'rule'>,
): Sentence {
  const all = [
    ...accounts.map((account) => named(reader, account)),
    ...lists.map((name) => [{ bold: `list:${name}` }]),
  ];
  const { about, more } = reader.words.watches;
  const left = all.length - MOST_NAMED;
  const who = listed(reader, [...all.slice(0, MOST_NAMED), ...(left > 0 ? [more({ left })] : [])]);
  return about({ who, rule: describeRule(reader, rule) });
}
