import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateView } from '../../../../src/demo/slack/blocks/validate-view.ts';
import { beginValues } from '../../../../src/demo/slack/views/view-values.ts';
import {
  type DigestForm,
  emptyForm,
  type FormFault,
  type FormWhoFault,
  TIMINGS,
} from '../../../../src/digests/form/digest-form.ts';
import { readFormSchedule } from '../../../../src/digests/form/read-form.ts';
import type { ScheduleFault, Weekday } from '../../../../src/digests/schedule/schedule.ts';
import type { Role } from '../../../../src/followstats/access/rules.ts';
import { LANGUAGES } from '../../../../src/followstats/languages.ts';
import type { ListName } from '../../../../src/followstats/typed/list-name.ts';
import { FIELDS } from '../../../../src/slack/blocks/digests/digest-fields.ts';
import { digestFormView, type FormContext, loadingView } from '../../../../src/slack/blocks/digests/digest-form.ts';
import { describeFormFault } from '../../../../src/slack/blocks/digests/form-fault-text.ts';
import { readFormState } from '../../../../src/slack/digests/digest-form-state.ts';
import { withAudience } from '../../../../src/slack/words/reader.ts';
import { MONDAY } from '../../../digests/report/sample-readings.ts';
import { anyReader, readerOf } from '../../readers.ts';
import { hostileText } from '../hostile-text.ts';
import { textsIn } from '../read-rendering.ts';

const context: FormContext = { edited: { id: '7', ownerId: 'U1' }, channelId: 'C1' };
const text = (most: number) => hostileText.map((one) => one.toWellFormed().slice(0, most).toWellFormed());

const form: fc.Arbitrary<DigestForm> = fc.record({
  title: text(60),
  channelId: fc.constantFrom('C1', 'D1'),
  lists: fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,39}$/), { maxLength: 5 }),
  accounts: text(3000),
  personIds: fc.subarray(['U1', 'U2']),
  timing: fc.constantFrom(...TIMINGS),
  days: fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7]),
  time: fc.constantFrom('', '09:00', '23:59'),
  cron: fc.oneof(text(100), fc.constant('0 9 * * 1-5')),
  zone: fc.constantFrom('', 'Europe/Berlin', 'Asia/Kolkata', 'US/Pacific', 'America/Argentina/ComodRivadavia'),
  chart: fc.boolean(),
  onlyIfChanged: fc.boolean(),
  absolute: fc.constantFrom('', '100'),
  percent: fc.constantFrom('', '2.5'),
  language: fc.constantFrom(...LANGUAGES),
});

test('any form is a view that Slack takes, and reads back as it was', () => {
  fc.assert(
    fc.property(form, text(400), fc.array(text(400), { maxLength: 10 }), anyReader, (filled, note, lines, reader) => {
      const view = digestFormView(reader, filled, {
        context,
        now: MONDAY,
        note: { level: 'error', text: [note], lines: lines.map((line) => [{ code: line }]) },
      });
      expect(validateView(view, 'modal')).toEqual([]);
      const values = beginValues(JSON.parse(JSON.stringify(view.blocks)));
      const payload = { private_metadata: view.private_metadata, state: { values }, blocks: view.blocks };
      expect(readFormState(JSON.parse(JSON.stringify(payload)))).toEqual({ kind: 'form', form: filled, context });
    }),
  );
});

test('a new form begins with weekdays at nine in the zone of its reader, with a chart, in the channel where they are', () => {
  const view = digestFormView(readerOf('en-GB'), emptyForm('Asia/Kolkata'), {
    context: { ...context, edited: undefined },
    now: MONDAY,
  });
  const shown = JSON.stringify(view.blocks);
  expect(view.title.text).toBe('New digest');
  expect(shown).toContain('"default_to_current_conversation":true');
  expect(shown).toContain('Next runs, Asia/Kolkata');
  expect(shown).toContain('Tue, 24 Nov 2026, 09:00 UTC+5:30');
  expect(shown).toContain('"text":"Asia/Kolkata (UTC+5:30)"');
  expect(validateView(loadingView(readerOf('en-GB')), 'modal')).toEqual([]);
});

test('a form whose zone can’t be read leaves it to be chosen, and while a schedule isn’t filled in nothing is said to be wrong with it', () => {
  const open = (changed: Partial<DigestForm>) =>
    JSON.stringify(digestFormView(readerOf(), { ...emptyForm('UTC'), ...changed }, { context, now: MONDAY }).blocks);
  expect(open({ zone: 'Mars/Base' })).not.toContain('Mars/Base');
  for (const wrong of [open({ zone: '' }), open({ timing: 'days', days: [] }), open({ timing: 'cron', cron: '1 2' })]) {
    expect(wrong).toContain('The next runs appear here once the schedule works.');
    expect(wrong).not.toContain('Choose at least one day');
    expect(wrong).not.toContain('A cron line has five parts');
  }
});

test.each(['*/5 * * * *', '0 0 31 2 *', '0 9 * * 8', '1 2 3 4 5 6', `${'1,'.repeat(48)}1 * *`])(
  'in the place of the next runs of %j stands what Save says of it',
  (cron) => {
    const filled: DigestForm = { ...emptyForm('UTC'), timing: 'cron', cron };
    const read = readFormSchedule(filled);
    const reader = readerOf();
    const why = 'fault' in read ? describeFormFault(reader, { field: 'cron', kind: 'wrong-schedule', ...read }) : '';
    const { blocks } = digestFormView(reader, filled, { context, now: MONDAY });
    expect(why).not.toBe('');
    expect(textsIn(blocks)).toContain(why);
    expect(textsIn(blocks).join()).not.toContain('The next runs');
  },
);

test.each([
  ['weekdays', false, true, false],
  ['every-day', false, true, false],
  ['days', true, true, false],
  ['cron', false, false, true],
] as const)('%s shows days, time, cron: %s, %s, %s', (timing, days, time, cron) => {
  const { blocks } = digestFormView(readerOf(), { ...emptyForm('UTC'), timing }, { context, now: MONDAY });
  const ids = blocks.map(({ block_id: id }) => id);
  expect([FIELDS.days, FIELDS.time, FIELDS.cron].map((id) => ids.includes(id))).toEqual([days, time, cron]);
});

test('the language is the digest’s, else that of its reader', () => {
  const first = (language: DigestForm['language']) => {
    const reader = readerOf('ko-KR');
    const { blocks } = digestFormView(reader, { ...emptyForm('UTC'), language }, { context, now: MONDAY });
    return beginValues(JSON.parse(JSON.stringify(blocks))).language?.language?.selected_option;
  };
  expect(first(undefined)).toMatchObject({ value: 'ko', text: { text: '한국어' } });
  expect(first('zh-CN')).toMatchObject({ value: 'zh-CN', text: { text: '简体中文' } });
});

const lists = (count: number) => Array.from({ length: count }, (_, n) => `l${n}` as ListName);
const who = (fault: FormWhoFault): FormFault => ({ field: 'accounts', kind: 'wrong-who', fault });
const schedule = (fault: ScheduleFault): FormFault => ({ field: 'cron', kind: 'wrong-schedule', fault });

test.each<[fault: FormFault, words: string]>([
  [{ field: 'title', kind: 'title-missing' }, 'Give it a title.'],
  [{ field: 'title', kind: 'title-too-long', length: 70 }, 'A title has at most 60 characters, and this one has 70.'],
  [{ field: 'channel', kind: 'channel-missing' }, 'Choose where to post it.'],
  [{ field: 'lists', kind: 'nobody-named' }, 'Choose a list here, or name an account or a person below.'],
  [{ field: 'lists', kind: 'too-many-lists' }, 'Choose at most 100 lists.'],
  [
    { field: 'accounts', kind: 'too-many-named' },
    'These accounts take more than 3,000 characters. Put them on a list, and choose that.',
  ],
  [{ field: 'people', kind: 'too-many-people' }, 'Choose at most 100 people.'],
  [
    { field: 'accounts', kind: 'no-such-list', name: 'nope', known: ['stars', 'vip'] as ListName[] },
    'No list is called nope. Lists: stars and vip.',
  ],
  [{ field: 'accounts', kind: 'no-such-list', name: '', known: ['stars'] as ListName[] }, 'Lists: stars.'],
  [
    { field: 'lists', kind: 'no-such-list', name: 'r&d', known: [] },
    'No list is called r&d. There are no lists yet. Name accounts or people instead.',
  ],
  [
    { field: 'lists', kind: 'no-such-list', name: 'x', known: lists(200) },
    'No list is called x. Some of the lists: l0, l1, l2, l3, l4, l5, l6, l7, l8, and l9.',
  ],
  [who({ kind: 'unclosed-quote', word: '"oops' }), 'Close the quote: "oops'],
  [who({ kind: 'text-after-quote', word: '"a"b' }), 'Put a space after the closing quote: "a"b'],
  [who({ kind: 'not-printable-ascii', word: 'zoë' }), 'That isn’t a UserID: zoë'],
  [who({ kind: 'not-an-account', word: { kind: 'person', personId: 'U1' } }), 'That isn’t a UserID: a person'],
  [who({ kind: 'empty-quotes' }), 'There is nothing between the quotes.'],
  [
    who({ kind: 'too-long', word: 'x'.repeat(33), bytes: 33 }),
    `A UserID has at most 32 characters, and this one has 33: ${'x'.repeat(33)}`,
  ],
  [schedule({ kind: 'field-count', count: 1 }), 'This one has 1 part.'],
  [schedule({ kind: 'unknown-zone', text: '' }), 'Choose a time zone.'],
  [
    { field: 'absolute', kind: 'wrong-threshold', text: '-1' },
    '-1 can’t be a number of followers here. Write a whole number from 1 to 1,000,000,000.',
  ],
  [
    { field: 'percent', kind: 'wrong-threshold', text: 'x' },
    'x can’t be a percentage here. Write a number above 0, up to 100,000.',
  ],
])('%j is written as plain text', (fault, words) => {
  const said = describeFormFault(readerOf('en-GB'), fault);
  expect(said).toContain(words);
  expect(said).not.toContain('/followstats');
});

test('scopes are named to admins alone; others are told whom to ask', () => {
  const fault: FormFault = { field: 'channel', kind: 'place-closed', fault: 'missing-scope' };
  const as = (role: Role) => describeFormFault(withAudience(readerOf(), { role, admins: [] }), fault);
  expect(as('admin')).toContain('channels:read');
  expect(as('editor')).not.toContain('channels:read');
  expect(as('editor')).toContain('Tell an admin');
});

test('whatever was typed, a field’s error is short', () => {
  const fault = fc.oneof(
    hostileText.map((word) => who({ kind: 'unclosed-quote', word })),
    hostileText.map((word) => who({ kind: 'not-printable-ascii', word })),
    hostileText.map((name): FormFault => ({ field: 'lists', kind: 'no-such-list', name, known: lists(200) })),
    hostileText.map((text): FormFault => ({ field: 'percent', kind: 'wrong-threshold', text })),
    hostileText.map((text) => schedule({ kind: 'unknown-zone', text })),
    hostileText.map((text) => schedule({ kind: 'bad-field', field: 'minute', text })),
  );
  fc.assert(
    fc.property(fault, anyReader, (one, reader) => {
      expect([...describeFormFault(reader, one)].length).toBeLessThan(300);
    }),
  );
});
