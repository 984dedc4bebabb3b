import type { ListAnswer } from '../../../followstats/lists/answer.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import { MOST_CARDS } from '../kit/card.ts';
import { toRichText, toText } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { mentionAdmins } from '../kit/mention-people.ts';
import { mayDo, offer } from '../kit/offer.ts';
import { offerSelects } from '../kit/offer-menu.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';
import { withControls } from '../kit/with-controls.ts';
import { makeList, mentionList, showList } from '../reports/list-offers.ts';
import { changedReply, deletedReply, unchangedReply } from './list-change.ts';
import { listRow } from './list-row.ts';
import { showReply } from './one-list.ts';

type Lists = Extract<ListAnswer, { kind: 'lists' }>['lists'];

/** Answers of `list …` commands. */
export const LIST_ANSWERS: AnswerRenders<Exclude<ListAnswer, { kind: 'fault' }>> = {
  'list-changed': (reader, answer, { maxAccounts }) => changedReply(reader, answer, maxAccounts),
  'list-unchanged': (reader, answer) => unchangedReply(reader, answer),
  'list-deleted': (reader, answer, { maxAccounts }) => deletedReply(reader, answer.held, maxAccounts),
  list: (reader, answer, { maxAccounts }) => showReply(reader, answer.list, maxAccounts),
  lists: (reader, answer, { maxAccounts }) => overviewReply(reader, answer.lists, maxAccounts),
};

/** A line with a menu for each list, as many as a message holds; the others stand in selects. The text has all. */
function overviewReply(reader: Reader, lists: Lists, maxAccounts: number): Reply {
  const { overview, one } = reader.words.lists;
  if (lists.length === 0) return noneReply(reader);
  const title = overview.title({ count: lists.length });
  const lines = lists.map(({ name, size }) => one({ list: mentionList(name), size }));
  const others = lists.slice(MOST_CARDS).map(({ name, size }) => ({
    text: one({ list: mentionList(name), size }),
    deed: showList(reader, name).deed,
  }));
  const rows = lists.slice(0, MOST_CARDS).map((list) => listRow(reader, list, maxAccounts));
  const reply: Reply = {
    text: joinText(reader, [title, ...lines].map(toText)),
    renderings: [[toRichText([title]), ...rows]],
  };
  return withControls(reply, [
    ...offerSelects(reader, 'lists', { placeholder: overview.others(), entries: others }),
    ...offer(reader, makeList(reader)),
  ]);
}

function noneReply(reader: Reader): Reply {
  const { overview } = reader.words.lists;
  const { admins } = reader;
  const ask = admins.length > 0 ? overview.askAdmins({ admins: mentionAdmins(reader) }) : overview.askEditor();
  const make = makeList(reader);
  const what = mayDo(reader, make.deed) ? overview.make({ create: typed('list create creators alice bob') }) : ask;
  return withControls(sentences(reader, joinSentences(reader, overview.none(), what)), offer(reader, make));
}
