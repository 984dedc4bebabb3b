import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../../src/demo/slack/blocks/validate.ts';
import { AppError } from '../../../src/errors.ts';
import type { Answer, Change } from '../../../src/followstats/commands/answer.ts';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import { sentences } from '../../../src/slack/blocks/kit/reply.ts';
import { apology } from '../../../src/slack/conversation/apologize.ts';
import { createRender, progressReply } from '../../../src/slack/conversation/render.ts';
import { type Audience, withAudience } from '../../../src/slack/words/reader.ts';
import { failed, resolvedOf } from '../../followstats/reports/sample-lookups.ts';
import { objectsIn, read } from '../blocks/read-rendering.ts';
import { bigReport, counts, reportOf } from '../blocks/reports/sample-reports.ts';
import { readerOf } from '../readers.ts';

const render = createRender({ maxAccounts: 100, cacheSeconds: 60 });
const reader = readerOf();
const view = { buttonValue: 'lookup alice' };
const apologyReply = sentences(reader, apology(reader, '1a2b3c4d'));

const timeout = new AppError('upstream_timeout', 'no answer within 8000 ms');
const away = new AppError('store_unavailable', 'the store failed: 57P01');
const ANSWERS: readonly (readonly [what: string, answer: Answer])[] = [
  ['help for an admin', { kind: 'help', role: 'admin' }],
  ['help without a role', { kind: 'help', role: undefined }],
  ['a denial', { kind: 'refused', reason: 'guest', admins: [] }],
  ['a fault', { kind: 'fault', fault: { kind: 'unknown-subcommand', word: 'lokup', suggestion: 'lookup' } }],
  [
    'a report',
    {
      kind: 'report',
      report: reportOf([
        ['a', counts(1)],
        ['b', failed('throttled')],
      ]),
    },
  ],
  ['a failure', { kind: 'failed', error: timeout, who: resolvedOf('a') }],
  ['a failure before anybody is known', { kind: 'failed', error: away, who: undefined }],
];

test.each(ANSWERS)('%s makes a message Slack takes, and says it in the text as well', (_, answer) => {
  const { text, renderings } = render(reader, answer, view);
  expect(renderings.length).toBeGreaterThan(0);
  for (const blocks of renderings) expect(validateBlocks(blocks, 'message')).toEqual([]);
  expect(text).not.toBe('');
});

describe('people read', () => {
  const read1 = (answer: Answer, audience: Audience = { role: 'viewer', admins: ['U9'] }) =>
    read(render(withAudience(reader, audience), answer, view));

  test('help: three things to begin with, by role', () => {
    expect(read1({ kind: 'help', role: 'viewer' })).toMatchInlineSnapshot(`
      "Follower counts from Tencent Cloud Chat
      Look accounts up with /followstats alice bob.
      See the team’s lists with /followstats list show.
      See why you have access with /followstats why.
      [ Look up accounts… ] [ See the lists ] [ Why do I have access? ] [ More commands ]
      Only you see the answers until you press Share. In a thread, use Look up follow stats in the menu of
      a message: Slack has no commands there.
      Your role: viewer. Admins: @U9. One command takes up to 100 accounts. Counts may be up to 60 seconds
      old; Refresh gets new ones."
    `);
    expect(read1({ kind: 'help', role: 'editor' }, { role: 'editor', admins: ['U9'] })).toMatchInlineSnapshot(`
      "Follower counts from Tencent Cloud Chat
      Look accounts up with /followstats alice bob.
      Keep accounts together on a list with /followstats list create creators alice bob.
      Get counts in a channel on a schedule with /followstats digest new.
      [ Look up accounts… ] [ New list… ] [ New digest… ] [ More commands ]
      Only you see the answers until you press Share. In a thread, use Look up follow stats in the menu of
      a message: Slack has no commands there.
      Your role: editor. Admins: @U9. One command takes up to 100 accounts. Counts may be up to 60 seconds
      old; Refresh gets new ones."
    `);
  });

  test('help: all commands, on request', () => {
    expect(read1({ kind: 'help', role: 'viewer', all: true })).toMatchInlineSnapshot(`
      "What you can type
      • /followstats alice bob – looks these accounts up
      • /followstats lookup help – looks up an account whose UserID is also a command
      • /followstats @priya @creators-team list:creators – looks up linked people and the accounts on a
        list
      • /followstats history alice 90d – shows counts over time: 7d, 30d, 90d or 1y
      • /followstats changes alice 7d – shows who came and who left: 24h, 7d or 30d
      • /followstats fans alice – shows who follows an account; following and mutual work the same way
      • /followstats check alice bob carol – says who of them follows whom
      • /followstats list show – shows all lists; add a name to see one of them
      • /followstats why – says why you have access
      • /followstats help – shows where to start
      Only you see the answers until you press Share. In a thread, use Look up follow stats in the menu of
      a message: Slack has no commands there.
      Your role: viewer. Admins: @U9. One command takes up to 100 accounts. Counts may be up to 60 seconds
      old; Refresh gets new ones."
    `);
  });

  test('that they have no role yet, whom to ask, and nothing else', () => {
    const nobody = { role: undefined, admins: ['U9'] };
    for (const answer of [
      { kind: 'help', role: undefined },
      { kind: 'help', role: undefined, all: true },
    ] as const) {
      expect(read1(answer, nobody)).toBe('You don’t have access to followstats yet. Ask @U9 to let you in.');
    }
    expect(read1({ kind: 'help', role: undefined }, { role: undefined, admins: [] })).toContain(
      'Ask the people who run it',
    );
  });

  test('a denial', () => {
    expect(read1({ kind: 'refused', reason: 'no-rule', admins: ['U1', 'U2'] })).toMatchInlineSnapshot(
      `"You haven’t been given access to followstats. An admin can change that: @U1 or @U2."`,
    );
  });

  test('a fault', () => {
    const fault = { kind: 'too-long', word: 'x'.repeat(33), bytes: 33 } as const;
    expect(read1({ kind: 'fault', fault })).toMatchInlineSnapshot(`
      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx is too long: a UserID has at most 32 characters. Put spaces
      between UserIDs, like /followstats alice bob."
    `);
  });

  test('that nothing could be read, with a button that asks again', () => {
    const report = bigReport(3, () => failed('upstream_timeout'));
    expect(read1({ kind: 'failed', error: timeout, who: report.who, report })).toMatchInlineSnapshot(`
      "⚠ user_0: Chat didn’t answer in time. Try again in a minute, or tell @U9.
      ⚠ user_1: Chat didn’t answer in time.
      ⚠ user_2: Chat didn’t answer in time.
      [ Try again ]"
    `);
  });

  test('that a command came to nothing because the store is away', () => {
    expect(read1({ kind: 'failed', error: away, who: undefined })).toMatchInlineSnapshot(`
      "Nothing could be read. followstats can’t reach its own data right now. Try again in a minute, or
      tell @U9.
      [ Try again ]"
    `);
  });

  test.each([
    ['link <@U2> alice', '/followstats links'],
    ['unlink <@U2>', '/followstats links'],
    ['allow <@U2>', '/followstats access'],
    ['revoke <@U2>', '/followstats access'],
    ['list delete vip', '/followstats list show vip'],
  ])('that %s may not have been saved, and where to look', (typed, look) => {
    const { text } = render(reader, { kind: 'unsaved', change: readCommand(typed, 100) as Change, error: away }, view);
    expect(text).toBe(
      `followstats can’t reach its own data right now. Your change may not have been saved. Check ${look} before you try again.`,
    );
  });

  test('progress', () => {
    expect(read(progressReply(reader, 25_000, 'below'))).toBe(
      'This takes a little longer. The answer comes below, at most 25 seconds after you asked.',
    );
    expect(read(progressReply(reader, 25_000, 'here'))).toBe(
      'This takes a little longer. The answer comes here, at most 25 seconds after you asked.',
    );
  });

  test('an apology', () => {
    expect(read(apologyReply)).toMatchInlineSnapshot(`
      "Something went wrong in followstats itself. Please tell the people who run it the reference
      1a2b3c4d."
    `);
  });
});

test('help does not speak of the cache when there is none', () => {
  const uncached = createRender({ maxAccounts: 7, cacheSeconds: 0 });
  expect(uncached(reader, { kind: 'help', role: 'viewer' }, view).text).toMatch(
    / One command takes up to 7 accounts\.$/,
  );
});

test('a failure shown without a command to run again has no button', () => {
  const { renderings } = render(
    reader,
    { kind: 'failed', error: timeout, who: resolvedOf('a') },
    { ...view, buttonValue: undefined },
  );
  expect(objectsIn(renderings).filter(({ type }) => type === 'button')).toEqual([]);
});

test.each([progressReply(reader, 25_000, 'below'), apologyReply])(
  'what the app says by itself is taken by Slack',
  (reply) => {
    for (const blocks of reply.renderings) expect(validateBlocks(blocks, 'message')).toEqual([]);
  },
);
