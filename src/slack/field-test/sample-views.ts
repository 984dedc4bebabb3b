import type { HomeView, ModalView } from '@slack/types';
import { emptyForm } from '../../digests/form/digest-form.ts';
import { emptyWatchForm } from '../../digests/watches/watch-form.ts';
import type { AccountCard } from '../../followstats/reports/account-card.ts';
import type { AccountId } from '../../followstats/types.ts';
import { askView } from '../blocks/asks/ask-view.ts';
import { digestFormView, loadingView } from '../blocks/digests/digest-form.ts';
import { homeView } from '../blocks/home/home-view.ts';
import { readPages } from '../blocks/home/pages.ts';
import type { MessageBlock } from '../blocks/kit/reply.ts';
import { wordsView } from '../blocks/kit/words-view.ts';
import { relationsInView } from '../blocks/relations/relations.ts';
import { cardReply } from '../blocks/reports/account-card.ts';
import { watchFormView } from '../blocks/watches/watch-form-view.ts';
import type { Reader } from '../words/reader.ts';

/** A view of the app's, filled with made-up content. */
export interface SampleView {
  readonly name: string;
  readonly view: ModalView;
}

const ACCOUNT = 'field_0' as AccountId;

/** What stands in a form's place while it is made. */
export const sampleLoading = loadingView;

/** Every modal that the app shows. @param channelId where it was asked for; `now` Unix milliseconds */
export function sampleViews(reader: Reader, channelId: string, now: number): readonly SampleView[] {
  const context = { edited: undefined, channelId };
  const form = { ...emptyForm('UTC'), channelId, title: 'Field test', accounts: ACCOUNT };
  const note = { level: 'info', text: ['followstats field test'] } as const;
  const watch = { ...emptyWatchForm(ACCOUNT), channelId };
  return [
    { name: 'the form of a digest', view: digestFormView(reader, form, { context, now, note }) },
    {
      name: 'the form of a digest on chosen days',
      view: digestFormView(reader, { ...form, timing: 'days' }, { context, now }),
    },
    {
      name: 'the form of a digest by a cron line',
      view: digestFormView(reader, { ...form, timing: 'cron', cron: '0 9 * * 1' }, { context, now }),
    },
    {
      name: 'the form of a watch that reaches a number',
      view: watchFormView(reader, { ...watch, followers: '100' }, context),
    },
    {
      name: 'the form of a watch that gains',
      view: watchFormView(reader, { ...watch, kind: 'gains', absolute: '5' }, context),
    },
    { name: 'a form for accounts', view: askView(reader, { asks: 'lookup' }, { channelId }) },
    { name: 'a form for a person and a role', view: askView(reader, { asks: 'allow' }, { channelId }) },
    { name: 'an account’s card', view: inModal(cardReply(reader, card(now)).renderings[0] ?? []) },
    { name: 'a list of fans', view: inModal(relationsInView(reader, page(now)).renderings[0] ?? []) },
  ];
}

/** The Home of an admin of a team that has nothing yet. */
export function sampleHome(reader: Reader, personId: string, now: number): HomeView {
  const rule = { subject: { kind: 'person', id: personId }, role: 'admin' } as const;
  const whose = 'all' as const;
  return homeView(
    reader,
    {
      ...{ kind: 'whole', personId, decision: { role: 'admin', rule, isPartial: false }, now },
      digests: { whose, failing: [], others: [], unreadable: [], latest: new Map() },
      watches: { whose, all: [], latest: new Map() },
      ...{ lists: [], links: [], rules: [rule], audit: [], warnings: [] },
    },
    { pages: readPages(''), notice: [], maxAccounts: 100, doctor: '' },
  );
}

/** Words in a modal, or a few blocks. */
export function inModal(blocks: readonly MessageBlock[]): ModalView {
  return wordsView({ title: ['Field test'], close: ['Close'] }, blocks);
}

function card(now: number): AccountCard {
  const lookup = { kind: 'found', followers: 1000, following: 20, mutual: 10, readAt: now } as const;
  return { row: { account: ACCOUNT, lookup }, baselines: [], lastEvents: [], askedAt: now };
}

function page(now: number): Parameters<typeof relationsInView>[1] {
  const relations = Array.from({ length: 50 }, (_, n) => ({
    account: `fan_${n}` as AccountId,
    since: now - n * 3_600_000,
    name: undefined,
  }));
  return {
    ...{ account: ACCOUNT, kind: 'fans', all: 120, relations, before: 0, listId: 'field-test' },
    ...{ place: { part: 0, page: 0 }, previous: undefined, next: { part: 0, page: 1 }, isCut: false, readAt: now },
  };
}
