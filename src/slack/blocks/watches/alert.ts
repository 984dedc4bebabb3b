import type { AlertContent, WatchStates } from '../../../digests/watches/ports.ts';
import type { Watch } from '../../../digests/watches/types.ts';
import type { AccountId } from '../../../followstats/types.ts';
import { armedAgainAt, type WatchRule } from '../../../followstats/watches/rule.ts';
import type { Met, WatchState } from '../../../followstats/watches/step-watch.ts';
import type { Reader } from '../../words/reader.ts';
import { foot } from '../kit/foot.ts';
import { type Sentence, toRichText, toText } from '../kit/inline.ts';
import { writeDateAndTime } from '../kit/instant.ts';
import { named } from '../kit/named-account.ts';
import { joinText, type MessageBlock, type Reply } from '../kit/reply.ts';
import { withControls } from '../kit/with-controls.ts';
import { watchButton } from './watch-controls.ts';
import { describeRule, nameOf } from './watch-text.ts';

/** What an alert is made of. Instants are Unix milliseconds. */
export interface AlertFacts {
  readonly watch: Watch;
  readonly alert: AlertContent;
  /** Since when its thread goes on: its own instant, or that of the alert that heads the thread. */
  readonly since: number;
  readonly now: number;
}

/** Accounts that blocks name; the text names all. */
const MOST_SHOWN = 10;

/**
 * An alert in the thread of an earlier one: what happened, what ends it, and whose rule it is.
 * @param reader in its owner's words and zone
 */
export function alertReply(reader: Reader, facts: AlertFacts): Reply {
  const happened = happenings(reader, facts);
  return reply(reader, facts, [cut(reader, happened)], happened);
}

/** One that heads a thread: the same with the present state, which is shown anew as that changes. */
export function headReply(reader: Reader, facts: AlertFacts, states: WatchStates): Reply {
  const happened = happenings(reader, facts);
  const present = presentState(reader, facts, states);
  const title = reader.words.watchAlerts.now();
  return reply(
    reader,
    facts,
    [cut(reader, happened), [title, ...cut(reader, present)]],
    [...happened, title, ...present],
  );
}

function reply(
  reader: Reader,
  { watch, alert, since, now }: AlertFacts,
  parts: readonly (readonly Sentence[])[],
  textLines: readonly Sentence[],
): Reply {
  const last = reader.words.watchAlerts.foot({
    watch: nameOf(watch),
    rule: describeRule(reader, alert.rule),
    since: writeDateAndTime(reader, since, now),
    zone: reader.zone,
  });
  const ends = endOf(reader, alert.rule);
  const blocks: readonly MessageBlock[] = [...parts.map(toRichText), toRichText([ends]), foot(last)];
  return withControls({ text: joinText(reader, [...textLines, ends, last].map(toText)), renderings: [blocks] }, [
    watchButton(reader, 'mute', watch.id),
    watchButton(reader, 'edit', watch.id),
  ]);
}

function cut(reader: Reader, lines: readonly Sentence[]): readonly Sentence[] {
  const left = lines.length - MOST_SHOWN;
  return left > 0 ? [...lines.slice(0, MOST_SHOWN), reader.words.kit.moreLines({ lines: left })] : lines;
}

function happenings(reader: Reader, { alert, now }: AlertFacts): readonly Sentence[] {
  return [...alert.met].map(([account, met]) => happened(reader, alert.rule, { account, met, now }));
}

interface Happened {
  readonly account: AccountId;
  readonly met: Met;
  readonly now: number;
}

function happened(reader: Reader, rule: WatchRule, { account, met, now }: Happened): Sentence {
  const { watchAlerts } = reader.words;
  const { followers = 0, from } = met;
  // Every alert has a reading before it; a row by hand may lack it.
  const before = from?.followers ?? followers;
  const about = { account: named(reader, account), before, since: writeDateAndTime(reader, from?.at ?? met.at, now) };
  switch (rule.kind) {
    case 'reaches':
    case 'falls-below':
      return watchAlerts[rule.kind]({ ...about, followers, goal: rule.followers });
    case 'gains':
    case 'loses':
      return watchAlerts[rule.kind]({ ...about, followers, by: Math.abs(followers - before) });
    case 'disappears':
      return watchAlerts.disappears(about);
  }
}

function endOf({ words }: Reader, rule: WatchRule): Sentence {
  const { ends } = words.watchAlerts;
  if ('followers' in rule) return ends[rule.kind]({ mark: armedAgainAt(rule), goal: rule.followers });
  return rule.kind === 'disappears' ? ends.disappears() : ends.change();
}

/** A line an account: those for which the rule is met come first. */
function presentState(reader: Reader, { now }: AlertFacts, states: WatchStates): readonly Sentence[] {
  const all = [...states];
  const met = all.filter(([, { metAt }]) => metAt !== undefined);
  const others = all.filter(([, { metAt }]) => metAt === undefined);
  return [...met, ...others].map(([account, state]) => presentLine(reader, account, state, now));
}

function presentLine(reader: Reader, account: AccountId, { metAt, latest }: WatchState, now: number): Sentence {
  const { isMet, isNotMet, isMissing } = reader.words.watchAlerts;
  const about = { account: named(reader, account) };
  const { followers } = latest;
  if (followers === undefined) return isMissing(about);
  return metAt === undefined
    ? isNotMet({ ...about, followers })
    : isMet({ ...about, followers, at: writeDateAndTime(reader, metAt, now) });
}
