import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateView } from '../../../../src/demo/slack/blocks/validate-view.ts';
import { beginValues } from '../../../../src/demo/slack/views/view-values.ts';
import { type DigestForm, emptyForm, type FormFault } from '../../../../src/digests/form/digest-form.ts';
import type { Weekday } from '../../../../src/digests/schedule/schedule.ts';
import type { ListName } from '../../../../src/followstats/typed/list-name.ts';
import { digestFormView, type FormContext, loadingView } from '../../../../src/slack/blocks/digests/digest-form.ts';
import { describeFormFault } from '../../../../src/slack/blocks/digests/form-fault-text.ts';
import { readFormState } from '../../../../src/slack/digests/digest-form-state.ts';
import { MONDAY } from '../../../digests/report/sample-readings.ts';
import { readerOf } from '../../readers.ts';
import { hostileText } from '../hostile-text.ts';

const context: FormContext = { edited: { id: '7', ownerId: 'U1' }, channelId: 'C1' };
const text = (most: number) => hostileText.map((one) => one.toWellFormed().slice(0, most).toWellFormed());

const form: fc.Arbitrary<DigestForm> = fc.record({
  title: text(60),
  channelId: fc.constantFrom('C1', 'D1'),
  accounts: text(3000),
  personIds: fc.subarray(['U1', 'U2']),
  timing: fc.constantFrom('weekly', 'cron'),
  days: fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7]),
  time: fc.constantFrom('', '09:00', '23:59'),
  cron: fc.oneof(text(100), fc.constant('0 9 * * 1-5')),
  zone: fc.oneof(text(60), fc.constantFrom('Europe/Berlin', 'Asia/Kolkata')),
  chart: fc.boolean(),
  onlyIfChanged: fc.boolean(),
  absolute: fc.constantFrom('', '100'),
  percent: fc.constantFrom('', '2.5'),
  language: fc.constant(undefined),
});

test('any form is a view that Slack takes, and reads back as it was', () => {
  fc.assert(
    fc.property(form, text(400), (filled, note) => {
      const view = digestFormView(readerOf('en-GB'), filled, {
        context,
        now: MONDAY,
        note: { level: 'error', text: [note] },
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
  expect(shown).toContain('Tue, 24 Nov 2026, 09:00 GMT+5:30');
  expect(validateView(loadingView(readerOf('en-GB')), 'modal')).toEqual([]);
});

test.each<[fault: FormFault, words: string]>([
  [{ field: 'title', kind: 'title-too-long', length: 70 }, 'A title has at most 60 characters, and this has 70.'],
  [{ field: 'channel', kind: 'channel-missing' }, 'Choose where to post it.'],
  [{ field: 'accounts', kind: 'too-many-named' }, 'This is over 3000 characters of accounts.'],
  [
    {
      field: 'accounts',
      kind: 'wrong-who',
      fault: { kind: 'unknown-list', name: 'r&d' as ListName, suggestion: undefined },
    },
    'There is no list:r&d.',
  ],
  [
    { field: 'absolute', kind: 'wrong-threshold', text: '-1' },
    '“-1” is not a number of followers; write a whole one from 1 on, like 100.',
  ],
  [
    { field: 'percent', kind: 'wrong-threshold', text: 'x' },
    '“x” is not a percentage; write a number above 0, like 2.5.',
  ],
])('%j is written as plain text', (fault, words) => {
  expect(describeFormFault(readerOf('en-GB'), fault)).toContain(words);
});
