import type { ModalView } from '@slack/types';
import { emptyForm, TIMINGS } from '../../../src/digests/form/digest-form.ts';
import { RELATION_KINDS } from '../../../src/followstats/relations/read.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { askView, endView, waitingView } from '../../../src/slack/blocks/asks/ask-view.ts';
import {
  digestFormView,
  type FormNote,
  loadingView,
  messageView,
} from '../../../src/slack/blocks/digests/digest-form.ts';
import { otherVersionView } from '../../../src/slack/blocks/digests/other-version.ts';
import { historyInView } from '../../../src/slack/blocks/history/history-view.ts';
import type { Ask } from '../../../src/slack/blocks/kit/ask.ts';
import { toRichText } from '../../../src/slack/blocks/kit/inline.ts';
import { joinSentences } from '../../../src/slack/blocks/kit/join-sentences.ts';
import { wordsView } from '../../../src/slack/blocks/kit/words-view.ts';
import { relationsInView } from '../../../src/slack/blocks/relations/relations.ts';
import type { Reader } from '../../../src/slack/words/reader.ts';
import { MONDAY } from '../../digests/report/sample-readings.ts';
import { pageOf } from '../blocks/relations/sample-pages.ts';
import { ANSWERS } from './sample-answers.ts';
import { viewsOfWatches } from './sample-watches.ts';

const name = 'x'.repeat(40) as ListName;

/** Every small form: one without a sample doesn't compile. */
const ASKS: { readonly [Asks in Ask['asks']]: Extract<Ask, { asks: Asks | string }> } = {
  lookup: { asks: 'lookup' },
  link: { asks: 'link' },
  'list-create': { asks: 'list-create' },
  'link-person': { asks: 'link-person', personId: 'U0PRIYA0001' },
  'list-add': { asks: 'list-add', name },
  'list-remove': { asks: 'list-remove', name },
  'list-fill': { asks: 'list-fill', name, accounts: 'alice' },
  allow: { asks: 'allow', personId: 'U0PRIYA0001', role: 'editor' },
};

const small = (reader: Reader): readonly ModalView[] =>
  Object.values(ASKS).flatMap((ask) => [
    askView(reader, ask, { channelId: 'C1' }),
    waitingView(reader, ask),
    endView(reader, ask, [toRichText([reader.words.asks.faults.other()])]),
  ]);

/** The form of a digest with each way to say when, new and edited, and with each note. */
function ofDigests(reader: Reader): readonly ModalView[] {
  const { digestPreview, digestForm } = reader.words;
  const { begins: asNow, beginsUnchanged, beginsSignOfLife } = digestPreview;
  const beginnings = [asNow(), beginsUnchanged(), beginsSignOfLife()];
  const notes: readonly FormNote[] = [
    { level: 'info', text: digestPreview.making() },
    ...beginnings.map((begins): FormNote => {
      return {
        level: 'success',
        text: joinSentences(reader, begins, digestPreview.sent()),
        lines: [digestForm.previewHint()],
      };
    }),
    { level: 'error', text: digestPreview.noAccounts() },
    { level: 'error', text: digestPreview.notMade() },
    ...beginnings.flatMap((begins) =>
      (['notTaken', 'notAllowed'] as const).map((why): FormNote => {
        return {
          level: 'error',
          text: joinSentences(reader, digestPreview[why](), begins),
        };
      }),
    ),
    { level: 'error', text: digestPreview.faultyFields({ fields: 12 }) },
  ];
  const context = { edited: { id: '123456789', ownerId: 'U1' }, channelId: 'C1' };
  const shown = TIMINGS.flatMap((timing) =>
    [context, { ...context, edited: undefined }].map((one) =>
      digestFormView(
        reader,
        { ...emptyForm('America/Argentina/ComodRivadavia'), timing },
        { context: one, now: MONDAY },
      ),
    ),
  );
  const noted = notes.map((note) => digestFormView(reader, emptyForm(''), { context, now: MONDAY, note }));
  const other = otherVersionView(reader, JSON.parse(JSON.stringify(shown[0])));
  return [
    ...shown,
    ...noted,
    ...(other ? [other] : []),
    loadingView(reader),
    messageView(reader, [toRichText([['–']])]),
  ];
}

function ofHistories(reader: Reader): readonly ModalView[] {
  const { view } = reader.words.history;
  const frame = { title: view.title(), close: view.back(), metadata: '{}' };
  const account = 'alice' as AccountId;
  const shown = ANSWERS.history.filter(({ history }) => history.accounts.length + history.unkept.length === 1);
  return [
    wordsView(frame, [toRichText([view.opening()])]),
    ...shown.flatMap(({ history }) =>
      [undefined, view.sent(), view.notSent(), view.notTaken({ code: { code: 'cannot_dm_bot' } })].flatMap((sent) =>
        historyInView(reader, history, { account, sent }).renderings.map((blocks) => wordsView(frame, blocks)),
      ),
    ),
  ];
}

function ofAccounts({ words: { accountCard } }: Reader): readonly ModalView[] {
  return [wordsView({ title: accountCard.title(), close: accountCard.close() }, [toRichText([accountCard.opening()])])];
}

function ofLists(reader: Reader): readonly ModalView[] {
  const words = reader.words.relations;
  const { lapsed, file } = words;
  const notices = [
    ...[undefined, lapsed(), file.begun(), file.yours(), file.full(), file.notSent()],
    file.notTaken({ code: { code: 'cannot_dm_bot' } }),
  ];
  return RELATION_KINDS.flatMap((kind) => {
    const frame = { title: words.titles[kind](), close: words.back(), metadata: '{}' };
    const pages = [
      pageOf({ kind }),
      pageOf({ kind, all: undefined, isCut: true }),
      pageOf({ kind, relations: [], before: 0 }),
    ];
    const shown = pages.flatMap((page) => notices.map((notice) => relationsInView(reader, page, notice)));
    return [
      wordsView({ ...frame, close: words.close() }, [toRichText([words.opening()])]),
      ...shown.flatMap(({ renderings }) => renderings.map((blocks) => wordsView(frame, blocks))),
    ];
  });
}

/** Every form and modal, in all its states. */
export const VIEWS_OF: Readonly<Record<string, (reader: Reader) => readonly ModalView[]>> = {
  'small forms': small,
  'the form of a digest': ofDigests,
  'the form of a watch': viewsOfWatches,
  'an account’s card': ofAccounts,
  'the history above a card': ofHistories,
  'a list of fans': ofLists,
};
