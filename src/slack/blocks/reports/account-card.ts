import type { AccountCard } from '../../../followstats/reports/account-card.ts';
import { isRead, type ReadRow } from '../../../followstats/reports/report.ts';
import type { Snapshot } from '../../../followstats/reports/snapshots.ts';
import type { Reader } from '../../words/reader.ts';
import { foot } from '../kit/foot.ts';
import { type Sentence, toRichText, toText } from '../kit/inline.ts';
import { writeDateAndTime, writeSince, writeTime } from '../kit/instant.ts';
import { named } from '../kit/named-account.ts';
import type { Reply } from '../kit/reply.ts';
import { withControls } from '../kit/with-controls.ts';
import { accountOffers } from './account-offers.ts';
import { unreadLines } from './unread-lines.ts';

/**
 * What is known of one account: its counts and how its followers changed, or what is wrong and what was read last; and what can be
 * done about one that Chat knows or once did.
 */
export function cardReply(reader: Reader, card: AccountCard): Reply {
  const { row } = card;
  return withControls(
    describeCard(reader, card),
    isRead(row) || row.lastKnown ? accountOffers(reader, row.account, 'card') : [],
  );
}

function describeCard(reader: Reader, card: AccountCard): Reply {
  const { row, baselines, askedAt } = card;
  if (!isRead(row)) {
    const { lines, textLines } = unreadLines(reader, [row], { now: askedAt });
    return { text: textLines.map(toText).join('\n'), renderings: [[toRichText(lines)]] };
  }
  const { followers, following, mutual, readAt } = row.lookup;
  const counts = reader.words.reports.row({ account: named(reader, row.account), followers, following, mutual });
  const lines = [counts, ...changesOf(reader, row, baselines, askedAt), ...lastEventsOf(reader, card)];
  const end = reader.words.accountCard.readAt({ at: writeTime(reader, readAt, { seconds: true }) });
  return { text: [...lines, end].map(toText).join('\n'), renderings: [[toRichText(lines), foot(end)]] };
}

function changesOf(
  reader: Reader,
  { lookup }: ReadRow,
  baselines: readonly Snapshot[],
  now: number,
): readonly Sentence[] {
  const { more, fewer, same, noBaseline } = reader.words.accountCard;
  if (baselines.length === 0) return [noBaseline()];
  return baselines.map(({ followers, readAt }) => {
    const [by, since] = [lookup.followers - followers, writeSince(reader, readAt, now)];
    if (by === 0) return same({ since });
    return by > 0 ? more({ by, since }) : fewer({ by: -by, since });
  });
}

function lastEventsOf(reader: Reader, { lastEvents, names, askedAt }: AccountCard): readonly Sentence[] {
  const words = reader.words.changes.lastEvents;
  return lastEvents.map(({ kind, follower, at }) => {
    const [account, when] = [{ bold: follower }, writeDateAndTime(reader, at, askedAt)];
    const name = names.get(follower);
    if (name === undefined) return words[kind]({ account, at: when });
    return words[kind === 'follow' ? 'followNamed' : 'unfollowNamed']({ account, name: { bold: name }, at: when });
  });
}
