import type { Button } from '@slack/types';
import type { History } from '../../../followstats/history/history.ts';
import { writeHistory } from '../../../followstats/history/read.ts';
import { type Reference, type Who, writeLookup } from '../../../followstats/typed/who.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { clean } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import { type Offer, offer } from '../kit/offer.ts';
import { correctedWho } from '../reports/corrected-who.ts';

/** As much of a UserID as a button shows. */
const SHOWN_ON_BUTTON = 20;
/** Lists that get a button each. */
const LISTS_OFFERED = 3;

/**
 * What can be done about accounts of which nothing was read: the one that was meant, or a look-up, which begins to keep them.
 * @param who whom the history was asked for
 */
export function unkeptButtons(reader: Reader, history: History, who: Who | undefined): readonly Button[] {
  const others = history.unkept.filter((one) => one.meant === undefined).map(({ account }) => account);
  return offer(
    reader,
    ...corrections(reader, history, who),
    ...(others.length > 0 ? lookUps(reader, others, who) : []),
  );
}

/** The same history with a word put right; an account that it shows already needs none. */
function corrections(reader: Reader, { unkept, accounts, span }: History, who: Who | undefined): readonly Offer[] {
  const { meant: words } = reader.words.history;
  const known = new Set(accounts.map(({ account }) => account));
  const mistyped = unkept.flatMap(({ account, meant }) =>
    meant === undefined || known.has(meant) ? [] : [{ typo: account, meant }],
  );
  return [...Map.groupBy(mistyped, ({ meant }) => meant)].map(([meant, group], n): Offer => {
    const typos = group.map(({ typo }) => typo);
    const shown = { account: clean(meant, SHOWN_ON_BUTTON), typo: clean(typos[0] ?? '', SHOWN_ON_BUTTON) };
    const whole = writeHistory({ who: correctedWho(who, new Set(typos), meant), span });
    const alone = writeHistory({ who: [{ kind: 'account', account: meant }], span });
    return {
      key: `meant-${n}`,
      words: { text: () => words.text(shown), label: () => words.label(shown) },
      deed: { command: whole.length <= LIMITS.buttonValue ? whole : alone },
    };
  });
}

/** Of more accounts than a button holds: the lists they came from, else as many of them as fit. */
function lookUps(reader: Reader, accounts: readonly AccountId[], who: Who = []): readonly Offer[] {
  const { history, lists: listWords } = reader.words;
  const { lookUp, lookUpSome } = history;
  const all = accounts.map((account): Reference => ({ kind: 'account', account }));
  const fitting = all.slice(0, countFitting(all));
  if (fitting.length === all.length) {
    return [{ key: 'look-up', words: lookUp, deed: { command: writeLookup(all) } }];
  }
  const lists = who.flatMap((one) => (one.kind === 'list' ? [one] : []));
  if (lists.length === 0) {
    const count = { accounts: fitting.length };
    const words = { text: () => lookUpSome.text(count), label: () => lookUpSome.label(count) };
    return [{ key: 'look-up', words, deed: { command: writeLookup(fitting) } }];
  }
  return lists.slice(0, LISTS_OFFERED).map((one) => {
    // Side by side they need more than the usual words.
    const say = () => listWords.lookUp.label({ list: { code: `list:${one.name}` } });
    const words = { text: say, label: say };
    return { key: `look-up-${one.name}`, words, deed: { command: writeLookup([one]) } };
  });
}

function countFitting(references: Who): number {
  let [count, length] = [0, 0];
  for (const one of references) {
    // What a further one adds to the command: a space, and itself.
    length += writeLookup([one]).length;
    if (length > LIMITS.buttonValue) break;
    count += 1;
  }
  return count;
}
