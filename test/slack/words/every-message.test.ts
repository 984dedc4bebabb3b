import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../../src/demo/slack/blocks/validate.ts';
import { validateView } from '../../../src/demo/slack/blocks/validate-view.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import { describeFormFault } from '../../../src/slack/blocks/digests/form-fault-text.ts';
import type { Reply } from '../../../src/slack/blocks/kit/reply.ts';
import { describeWatchFault } from '../../../src/slack/blocks/watches/watch-form-faults.ts';
import { createRender } from '../../../src/slack/conversation/render.ts';
import type { SlackAnswer } from '../../../src/slack/conversation/slack-answer.ts';
import { type Reader, withAudience } from '../../../src/slack/words/reader.ts';
import { ASKED_AT } from '../blocks/reports/sample-reports.ts';
import { ONE_A_LANGUAGE, readerOf } from '../readers.ts';
import { englishIn } from './english-in.ts';
import { expectFitting } from './expect-fitting.ts';
import { ANSWERS } from './sample-answers.ts';
import { FORM_FAULTS } from './sample-form-faults.ts';
import { NOTICES } from './sample-notices.ts';
import { VIEWS_OF } from './sample-views.ts';
import { WATCH_FORM_FAULTS } from './sample-watches.ts';

const render = createRender({ maxAccounts: 100, cacheSeconds: 60 });

const READERS = ONE_A_LANGUAGE.flatMap((locale) =>
  (['admin', 'editor', 'viewer', undefined] as const).map((role) =>
    withAudience(readerOf(locale, 'Asia/Seoul'), { role, admins: role === 'editor' ? [] : ['U9'] }),
  ),
);

function expectTaken(reader: Reader, reply: Reply): void {
  expect(reply.text).toMatch(/\S/);
  expect(reply.renderings.length).toBeGreaterThan(0);
  expect(reply.text.length).toBeLessThan(40_000);
  for (const blocks of reply.renderings) expect(validateBlocks(blocks, 'message')).toEqual([]);
  expectFitting(reply.renderings);
  if (reader.language !== 'en') expect(englishIn(reply.renderings)).toEqual([]);
}

describe.each(READERS)('who reads $locale as $role', (reader) => {
  test.each(Object.entries(ANSWERS))('gets answers of the kind %s that Slack takes whole', (_, answers) => {
    for (const answer of answers as readonly SlackAnswer[]) {
      const isForAll =
        answer.kind === 'report' ||
        answer.kind === 'changes' ||
        answer.kind === 'check' ||
        (answer.kind === 'history' && answer.history.accounts.length > 0);
      for (const sharedBy of isForAll ? [undefined, 'U1'] : [undefined]) {
        expectTaken(reader, render(reader, answer, { buttonValue: 'kept 1', sharedBy }));
      }
      if (answer.kind === 'report') {
        const who = [{ kind: 'list', name: 'vip' as ListName } as const];
        expectTaken(reader, render(reader, answer, { buttonValue: 'kept 1', who, stillAskingAt: ASKED_AT }));
      }
    }
  });

  test.each(Object.entries(NOTICES))('gets %s that Slack takes whole', (_, show) => {
    for (const reply of show(reader)) expectTaken(reader, reply);
  });

  test.each(Object.entries(VIEWS_OF))('gets %s that Slack takes whole', (_, show) => {
    for (const view of show(reader)) {
      expect(validateView(view, 'modal')).toEqual([]);
      expectFitting(view);
      if (reader.language !== 'en') expect(englishIn(view)).toEqual([]);
    }
  });

  test('reads short errors below the fields of a digest’s form, and of a watch’s', () => {
    for (const fault of FORM_FAULTS) {
      const text = describeFormFault(reader, fault);
      expect(text).toMatch(/\S/);
      expect(text.length).toBeLessThan(300);
    }
    for (const fault of WATCH_FORM_FAULTS) {
      const text = describeWatchFault(reader, fault);
      expect(text).toMatch(/\S/);
      expect(text.length).toBeLessThan(300);
    }
  });
});
