import type { History } from '../../../followstats/history/history.ts';
import type { AccountId } from '../../../followstats/types.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { foot } from '../kit/foot.ts';
import { type Sentence, toPlain, toRichText } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import type { Reply } from '../kit/reply.ts';
import { DRAWINGS } from '../kit/table.ts';
import { historyFoot } from './history-foot.ts';
import { headlineOf } from './history-headline.ts';
import { joiningNotes } from './history-joining.ts';
import { historyNotes } from './history-notes.ts';
import { captionOf, layOutHistory } from './history-table.ts';
import { historyText } from './history-text.ts';
import { unkeptSentences } from './history-unkept.ts';

interface Shown {
  readonly account: AccountId;
  /** What became of sending it, instead of the button that does; `undefined` while it can be sent. */
  readonly sent?: Sentence | undefined;
}

/** The history of one account in a modal, which takes neither charts nor tables: its numbers in fixed width, and what sends all of it. */
export function historyInView(reader: Reader, history: History, { account, sent }: Shown): Reply {
  const { maxRows, draw } = DRAWINGS[2];
  const head = headlineOf(reader, history);
  const notes = [
    ...historyNotes(reader, history, undefined),
    ...joiningNotes(reader, history, { hasChart: false }),
    ...unkeptSentences(reader, history, { isShared: false }),
  ];
  const end = historyFoot(reader, history, undefined);
  const hasNumbers = history.accounts.length > 0;
  const table = layOutHistory(reader, history, { maxRows, places: [] });
  const send = button(ACTIONS.historySend, reader.words.history.view.send, account);
  return {
    text: historyText(
      reader,
      history,
      { head, tail: [...notes, ...(sent ? [sent] : []), ...end], elsewhere: 'nowhere' },
      LIMITS.text,
    ),
    renderings: [
      [
        ...(head.length > 0 ? [toRichText(head)] : []),
        ...(hasNumbers ? [draw(table, toPlain(captionOf(reader, history)))] : []),
        ...(notes.length > 0 ? [toRichText(notes)] : []),
        ...(sent ? [toRichText([sent])] : []),
        ...(hasNumbers && !sent ? [{ type: 'actions' as const, elements: [send] }] : []),
        ...end.map(foot),
      ],
    ],
  };
}
