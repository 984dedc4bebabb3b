import type { ListAnswer } from '../../../followstats/lists/answer.ts';
import type { AccountList } from '../../../followstats/lists/lists.ts';
import { writeAccount } from '../../../followstats/typed/who.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import { type Inline, type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';
import { whoSentences } from '../reports/who-sentences.ts';
import { changedSentence, deletedSentence, unchangedSentence } from './list-change.ts';

const ACCOUNTS_A_LINE = 20;
/** Blocks of more may be rejected for their size; the text has all. */
const ACCOUNTS_SHOWN = 300;

/** Answers of `list …` commands. */
export const LIST_ANSWERS: AnswerRenders<Exclude<ListAnswer, { kind: 'fault' }>> = {
  'list-changed': (reader, answer, { maxAccounts }) =>
    sentences(reader, changedSentence(reader, answer, maxAccounts), ...whoSentences(reader, answer.who)),
  'list-unchanged': (reader, answer) => sentences(reader, unchangedSentence(reader, answer)),
  'list-deleted': (reader, answer) => sentences(reader, deletedSentence(reader, answer.held)),
  list: (reader, answer, { maxAccounts }) => showReply(reader, answer.list, maxAccounts),
  lists: (reader, answer) => overviewReply(reader, answer.lists),
};

/** The accounts are written as they have to be typed, so that a line of them can be copied into a command. */
function showReply(reader: Reader, { name, accounts }: AccountList, maxAccounts: number): Reply {
  const { holds, more, empty, next } = reader.words.lists;
  const list = { code: `list:${name}` };
  if (accounts.length === 0) {
    return sentences(
      reader,
      joinSentences(reader, empty({ list }), next.add({ add: typed(`list add ${name} alice`) })),
    );
  }
  const title = holds({ list, size: accounts.length });
  const tip =
    accounts.length > maxAccounts
      ? next.makeDigest({ max: maxAccounts, digest: typed('digest new') })
      : next.lookUp({ lookUp: typed(`list:${name}`) });
  const left = accounts.length - ACCOUNTS_SHOWN;
  const rest = left > 0 ? [more({ left })] : [];
  return {
    text: joinText(reader, [title, ...toLines(accounts), tip].map(toText)),
    renderings: [[toRichText([title, ...toLines(accounts.slice(0, ACCOUNTS_SHOWN)), ...rest, tip])]],
  };
}

function toLines(accounts: readonly AccountId[]): readonly Sentence[] {
  const starts = accounts.flatMap((_, n) => (n % ACCOUNTS_A_LINE === 0 ? [n] : []));
  return starts.map((start) =>
    accounts
      .slice(start, start + ACCOUNTS_A_LINE)
      .flatMap((account, n): Inline[] => [...(n > 0 ? [' '] : []), { code: writeAccount(account) }]),
  );
}

function overviewReply(reader: Reader, lists: Extract<ListAnswer, { kind: 'lists' }>['lists']): Reply {
  const { overview } = reader.words.lists;
  const [first] = lists;
  if (!first) return sentences(reader, overview.none({ create: typed('list create creators alice bob') }));
  const title = overview.title({ count: lists.length });
  const each = lists.map(({ name, size }) => overview.each({ list: { code: `list:${name}` }, size }));
  const next = overview.next({ show: typed(`list show ${first.name}`), lookUp: typed(`list:${first.name}`) });
  return {
    text: joinText(reader, [title, ...each, next].map(toText)),
    renderings: [[toRichText([title]), toBullets(each), toRichText([next])]],
  };
}
