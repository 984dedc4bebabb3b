import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { DigestAnswer } from '../../../../src/digests/digest-answer.ts';
import { type Run, type RunStatus, toRunId } from '../../../../src/digests/runs.ts';
import { type Digest, type DigestId, readDigestId } from '../../../../src/digests/types.ts';
import { charactersIn } from '../../../../src/slack/blocks/kit/characters.ts';
import { LIMITS } from '../../../../src/slack/blocks/kit/limits.ts';
import type { Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import { createRender } from '../../../../src/slack/conversation/render.ts';
import { withAudience } from '../../../../src/slack/words/reader.ts';
import { DAY, MONDAY } from '../../../digests/report/sample-readings.ts';
import { scheduleOf } from '../../../digests/schedule/sample-schedules.ts';
import { anyReader, readerOf } from '../../readers.ts';
import { expectHarmless } from '../expect-harmless.ts';
import { hostileText } from '../hostile-text.ts';
import { objectsIn } from '../read-rendering.ts';
import { digestOf } from './sample-digest.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = MONDAY + 3 * HOUR;
const digest = digestOf();
const refused = digestOf({ number: 8, state: { kind: 'paused', reason: 'is_archived', since: MONDAY } });
const paused = digestOf({
  number: 9,
  channelId: 'D8',
  state: { kind: 'paused', reason: 'by-person', since: MONDAY },
});

const editor = withAudience(readerOf('en-US'), { role: 'editor', admins: ['U9'] });
const admin = withAudience(readerOf('en-US'), { role: 'admin', admins: ['U9'] });

/** What is answered to a person. */
const answered = (answer: DigestAnswer, reader = editor): Reply =>
  createRender({ maxAccounts: 100, cacheSeconds: 60 })(reader, answer, { buttonValue: undefined });

/** Of whatever width `Intl` makes its spaces. */
const linesOf = ({ text }: Reply) => text.split('\n').map((line) => line.replaceAll(/\p{Zs}/gu, ' '));

/** What the controls of a reply give, by the words on them. */
function commandsOf({ renderings }: Reply): readonly (readonly [words: string, command: string])[] {
  return objectsIn(renderings).flatMap(({ type, text, value, options }) => {
    if (type === 'overflow') return (options as { text: { text: string }; value: string }[]).map(pairOf);
    return type === 'button' ? [pairOf({ text, value } as { text: { text: string }; value: string })] : [];
  });
}
const pairOf = ({ text, value }: { readonly text: { readonly text: string }; readonly value: string }) =>
  [text.text, value] as const;

type Shown = Partial<Pick<Run, 'origin' | 'attempts' | 'slot'>> & RunStatus;

const postedAt = (at: number) =>
  ({ state: 'posted', reason: undefined, post: { channelId: 'C7', ts: '1', at } }) as const;

const runOf = ({ origin = 'schedule', attempts = 1, slot = MONDAY, ...status }: Shown): Run => ({
  id: toRunId(digest.id, slot),
  digestId: digest.id,
  slot,
  origin,
  attempts,
  firstTriedAt: slot,
  dueAt: slot,
  changedAt: slot,
  ...status,
});

function listOf(digests: readonly Digest[], more: Partial<Extract<DigestAnswer, { kind: 'digest-list' }>> = {}) {
  const empty = { unreadable: [], latest: new Map(), restorable: [], from: undefined, now: NOW };
  return { kind: 'digest-list', digests, total: digests.length, ...empty, ...more } as const;
}

const logOf = (runs: readonly Run[], more: Partial<Extract<DigestAnswer, { kind: 'digest-log' }>> = {}) =>
  ({ kind: 'digest-log', id: digest.id, digest, deleted: undefined, runs, now: NOW, ...more }) as const;

const changed = (change: Extract<DigestAnswer, { kind: 'digest-changed' }>['change'], one = digest) =>
  answered({ kind: 'digest-changed', change, digest: one, now: NOW });

describe('all digests', () => {
  test('each says how it is doing, where and when it comes with its zone, whose it is, what is next and what was last', () => {
    const latest = new Map([[digest.id, runOf(postedAt(MONDAY + MINUTE))]]);
    expect(linesOf(answered(listOf([digest, refused, paused], { latest })))).toEqual([
      '3 digests',
      '#7 Creators · 🟢 Running',
      '<#C7> · weekdays at 09:00, Europe/Berlin · made by <@U1>',
      'Next: tomorrow 09:00. Last post: today 09:01.',
      '#8 Creators · ⚠️ In trouble',
      '<#C7> · weekdays at 09:00, Europe/Berlin · made by <@U1>',
      'Paused since Nov 23, 09:00. <#C7> is archived. Unarchive it, or choose another channel. is_archived',
      '#9 Creators · ⏸️ Paused',
      'direct messages · weekdays at 09:00, Europe/Berlin · made by <@U1>',
      'Paused since Nov 23, 09:00.',
    ]);
  });

  test.each<[Shown, string, string]>([
    [
      { state: 'failed', reason: 'upstream_timeout' },
      '⚠️ In trouble',
      'The last one, today 09:00, wasn’t posted. Chat didn’t answer in time.',
    ],
    [
      { state: 'unknown', reason: 'no-answer' },
      '⚠️ In trouble',
      'The last one, today 09:00, may not have arrived. Slack never answered.',
    ],
    [
      { state: 'skipped', reason: 'unchanged' },
      '🟢 Running',
      'The last one, today 09:00, was skipped. Nothing had changed.',
    ],
    [
      { state: 'missed', reason: 'down' },
      '🟢 Running',
      'The last one, today 09:00, was missed. followstats wasn’t running.',
    ],
    [
      { state: { unrecognized: 'moon' }, reason: undefined },
      '🟢 Running',
      'The last one was due today 09:00. This version of followstats doesn’t know its state (moon).',
    ],
  ])('one whose last slot is %j is told so', (shown, mark, words) => {
    const [, head, , state] = linesOf(answered(listOf([digest], { latest: new Map([[digest.id, runOf(shown)]]) })));
    expect(head).toBe(`#7 Creators · ${mark}`);
    expect(state).toBe(`Next: tomorrow 09:00. ${words}`);
  });

  test('each has a menu with what can be done now, which shows the list again where that changes it', () => {
    expect(commandsOf(answered(listOf([digest, paused])))).toEqual([
      ['Edit', 'digest edit 7'],
      ['Run now', 'digest run 7\ndigest list'],
      ['Pause', 'digest pause 7\ndigest list'],
      ['Log', 'digest log 7'],
      ['Delete', 'digest delete 7'],
      ['Edit', 'digest edit 9'],
      ['Run now', 'digest run 9\ndigest list'],
      ['Resume', 'digest resume 9\ndigest list'],
      ['Log', 'digest log 9'],
      ['Delete', 'digest delete 9'],
      ['New digest…', 'digest new'],
    ]);
  });

  test('one that was deleted a moment ago has an Undo', () => {
    const reply = answered(listOf([], { restorable: [digest] }));
    expect(linesOf(reply)).toEqual(['There are no digests yet.', '#7 Creators · 🗑️ Deleted']);
    expect(commandsOf(reply)).toEqual([
      ['Undo', 'digest restore 7'],
      ['New digest…', 'digest new'],
    ]);
  });

  test('one that cannot be read is named in the list and by its number, with what an operator can do or whom to tell', () => {
    const id = readDigestId('3') as DigestId;
    const words = '#3 can’t be posted. This version of followstats can’t read what was saved of it.';
    expect(linesOf(answered(listOf([digest], { unreadable: [id] }))).at(-1)).toBe(`${words} Please tell <@U9>.`);
    expect(linesOf(answered({ kind: 'digest-unreadable', id, why: 'unreadable' }, admin))).toEqual([
      `${words} Update followstats to see more.`,
    ]);
  });

  test('of more than fit, the first have cards and a button shows the others; the text names all', () => {
    const many = Array.from({ length: 200 }, (_, n) => digestOf({ number: n + 1, createdAt: MONDAY + n * DAY }));
    const first = answered(listOf(many));
    expectHarmless(first);
    expect(linesOf(first)).toHaveLength(601);
    expect(JSON.stringify(first.renderings)).toContain('There are 180 more.');
    const commands = commandsOf(first);
    expect(commands.filter(([words]) => words === 'Edit')).toHaveLength(20);
    expect(commands).toContainEqual(['More digests', 'digest list 21']);

    const from = readDigestId('21') as DigestId;
    const second = answered(listOf(many.slice(20), { total: 200, from }));
    expect(linesOf(second)[0]).toBe('200 digests, from #21 on');
    expect(commandsOf(second)).toContainEqual(['Pause', 'digest pause 21\ndigest list 21']);
    expect(commandsOf(second)).toContainEqual(['All digests', 'digest list']);
  });

  test('however long what is on the cards is, they fit into one message, with what a control answers above them', () => {
    fc.assert(
      fc.property(
        fc.array(hostileText, { minLength: 20, maxLength: 25 }),
        fc.nat({ max: 4 }),
        anyReader,
        (titles, deleted, reader) => {
          const digests = titles.map((title, n) =>
            digestOf({ number: n + 1, title, state: { kind: 'paused', reason: 'restricted_action', since: MONDAY } }),
          );
          const reply = answered(listOf(digests, { restorable: digests.slice(0, deleted) }), reader);
          expectHarmless(reply);
          for (const blocks of reply.renderings) {
            expect(blocks.length).toBeLessThanOrEqual(48);
            expect(charactersIn(blocks)).toBeLessThanOrEqual(LIMITS.messageCharacters - 1000);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a digest’s log', () => {
  test.each<[shown: Shown, line: string]>([
    [postedAt(MONDAY + MINUTE), '✅ Nov 23, 09:00 · Posted'],
    [{ ...postedAt(MONDAY + 5 * MINUTE), attempts: 3 }, '✅ Nov 23, 09:00 · Posted late, 09:05. It took 3 attempts.'],
    [postedAt(MONDAY + 16 * HOUR), '✅ Nov 23, 09:00 · Posted late, Nov 24, 01:00'],
    [{ origin: 'person', ...postedAt(MONDAY + 5 * MINUTE) }, '✅ Nov 23, 09:00 · Posted. Somebody asked for it.'],
    [{ state: 'missed', reason: 'down' }, '⚠️ Nov 23, 09:00 · Missed. followstats wasn’t running.'],
    [{ state: 'skipped', reason: 'unchanged' }, '⏭️ Nov 23, 09:00 · Skipped. Nothing had changed.'],
    [{ state: 'unknown', reason: 'no-answer' }, '❓ Nov 23, 09:00 · May not have arrived. Slack never answered.'],
    [
      { state: 'failed', reason: 'not_in_channel' },
      '⚠️ Nov 23, 09:00 · Failed. followstats isn’t in <#C7>. not_in_channel',
    ],
    [
      { state: { unrecognized: 'moon' }, reason: undefined },
      '❓ Nov 23, 09:00 · Unknown. This version of followstats doesn’t know its state (moon).',
    ],
  ])('a run that is %j reads %j', (shown, line) => {
    const reply = answered(logOf([runOf(shown)]));
    expect(linesOf(reply)[3]).toBe(line);
    expectHarmless(reply);
  });

  test('is one card and a line a slot, and slots missed in a row share one', () => {
    const missed = [1, 2, 3].map((n) => runOf({ state: 'missed', reason: 'down', slot: MONDAY - n * DAY }));
    const before = runOf({ ...postedAt(MONDAY - 4 * DAY), slot: MONDAY - 4 * DAY });
    const reply = answered(logOf([runOf(postedAt(MONDAY)), ...missed, before]));
    expect(linesOf(reply)).toEqual([
      '#7 Creators · 🟢 Running',
      '<#C7> · weekdays at 09:00, Europe/Berlin · made by <@U1>',
      'Next: tomorrow 09:00.',
      '✅ Nov 23, 09:00 · Posted',
      '⚠️ Nov 20, 09:00 – Nov 22, 09:00 · 3 posts missed. followstats wasn’t running.',
      '✅ Nov 19, 09:00 · Posted',
    ]);
    expect(commandsOf(reply).map(([, command]) => command)).toEqual([
      'digest edit 7',
      'digest run 7',
      'digest pause 7',
      'digest delete 7',
      'digest list',
    ]);
  });

  test('shows no more lines than are read, however many slots there were', () => {
    const runs = Array.from({ length: 60 }, (_, n) => runOf({ ...postedAt(MONDAY - n * DAY), slot: MONDAY - n * DAY }));
    expect(linesOf(answered(logOf(runs)))).toHaveLength(3 + 20);
  });

  test('of one that was deleted is still there, with Undo while that works', () => {
    const run = runOf(postedAt(MONDAY));
    const undoable = answered(logOf([run], { deleted: 'restorable' }));
    expect(linesOf(undoable)).toEqual([
      '#7 Creators · 🗑️ Deleted',
      '✅ Nov 23, 09:00 · Posted',
      'All times are Europe/Berlin time.',
    ]);
    expect(commandsOf(undoable)[0]).toEqual(['Undo', 'digest restore 7']);
    const old = answered(logOf([run], { digest: undefined, deleted: 'for-good' }));
    expect(linesOf(old)[0]).toBe('#7 was deleted.');
    expect(commandsOf(old)).toEqual([['All digests', 'digest list']]);
  });

  test('of one whose zone isn’t known here is written in the reader’s', () => {
    const elsewhere = digestOf({ schedule: { ...digest.schedule, zone: 'Mars/Olympus' as never } });
    expect(linesOf(answered(logOf([runOf(postedAt(MONDAY))], { digest: elsewhere })))[3]).toBe(
      '✅ Nov 23, 08:00 · Posted',
    );
  });
});

test('each change is one sentence, with the button that one wants next', () => {
  expect(['run', 'pause', 'resume', 'delete', 'restore'].map((change) => changed(change as never).text)).toEqual([
    '#7 Creators comes to <#C7> in a moment.',
    '#7 Creators is paused.',
    '#7 Creators is running again. Next: tomorrow 09:00.\n<#C7> · weekdays at 09:00, Europe/Berlin',
    '#7 Creators is deleted.',
    '#7 Creators is back. Next: tomorrow 09:00.\n<#C7> · weekdays at 09:00, Europe/Berlin',
  ]);
  expect(commandsOf(changed('run'))).toEqual([['Log', 'digest log 7']]);
  expect(commandsOf(changed('pause'))).toEqual([['Resume', 'digest resume 7']]);
  expect(commandsOf(changed('delete'))[0]).toEqual(['Undo', 'digest restore 7']);
  const back = changed('restore', paused);
  expect(back.text).toBe('#9 Creators is back. It’s still paused.');
  expect(commandsOf(back)).toEqual([['Resume', 'digest resume 9']]);
});

test('a channel that said nothing when it was tried is told, and one that refused is named, with the fix', () => {
  const announced = { kind: 'failed', reason: 'rate-limited' } as const;
  expect(linesOf(answered({ kind: 'digest-changed', change: 'resume', digest, announced, now: NOW })).at(-1)).toContain(
    'couldn’t be posted there just now',
  );
  const reply = answered({ kind: 'digest-rejected', digest, reason: 'not_in_channel', why: 'not_in_channel' });
  expect(linesOf(reply)).toEqual([
    '#7 Creators stays paused.',
    'followstats isn’t in <#C7>. Invite it there with /invite, or choose another channel. not_in_channel',
  ]);
  expect(commandsOf(reply).map(([, command]) => command)).toEqual(['digest resume 7', 'digest edit 7']);
});

test('what changed nothing says how it is', () => {
  const unchanged = (change: 'pause' | 'resume' | 'restore') =>
    answered({ kind: 'digest-unchanged', change, digest: change === 'pause' ? paused : digest, now: NOW });
  expect(unchanged('pause').text).toBe('#9 Creators is already paused.');
  expect(commandsOf(unchanged('pause'))).toEqual([['Resume', 'digest resume 9']]);
  expect(unchanged('resume').text).toBe(
    '#7 Creators isn’t paused. Next: tomorrow 09:00.\n<#C7> · weekdays at 09:00, Europe/Berlin',
  );
  expect(unchanged('restore').text).toBe('#7 Creators isn’t deleted.');
  expect(commandsOf(answered({ kind: 'digest-deleted', digest, why: 'deleted' }))[0]).toEqual([
    'Undo',
    'digest restore 7',
  ]);
  expect(answered({ kind: 'digest-too-late', digest, why: 'too-late' }).text).toBe(
    'It’s too late to restore #7 Creators. That works for ten minutes after it was deleted.',
  );
});

test('who isn’t in its conversation learns whom to ask, and its owner where to go', () => {
  const elsewhere = (isOwn: boolean) =>
    answered({ kind: 'digest-elsewhere', digest, fault: 'not-yours', isOwn, why: 'elsewhere' });
  expect(elsewhere(false).text).toContain('For anything else, ask its owner, <@U1>.');
  expect(commandsOf(elsewhere(false))).toEqual([]);
  expect(elsewhere(true).text).not.toContain('<@U1>');
  expect(commandsOf(elsewhere(true))).toEqual([['Edit', 'digest edit 7']]);
});

test('whatever a title or a typed id is, it does no harm', () => {
  fc.assert(
    fc.property(hostileText, anyReader, (text, reader) => {
      const one = { ...digest, title: text };
      const answers: readonly DigestAnswer[] = [
        listOf([one], { restorable: [{ ...paused, title: text }] }),
        { kind: 'digest-changed', change: 'run', digest: one, now: NOW },
        { kind: 'digest-changed', change: 'delete', digest: one, now: NOW },
        { kind: 'digest-unchanged', change: 'pause', digest: one, now: NOW },
        { kind: 'digest-rejected', digest: one, reason: 'is_archived', why: 'is_archived' },
        { kind: 'digest-too-late', digest: one, why: 'too-late' },
        logOf([], { digest: one }),
        { kind: 'digest-unknown', word: text, why: 'unknown-digest' },
      ];
      for (const answer of answers) expectHarmless(answered(answer, reader));
    }),
  );
});

test('a long list finds out once for each zone how its dates are written: that would hold up everything else', () => {
  const digests = Array.from({ length: 200 }, (_, n) =>
    digestOf({
      number: n + 1,
      title: 'x'.repeat(60),
      ...(n % 2 && { schedule: scheduleOf('0 9 * * 1-5', 'Asia/Seoul') }),
    }),
  );
  const make = vi.spyOn(Intl, 'DateTimeFormat');
  expect(answered(listOf(digests)).text).toContain('#150');
  expect(make.mock.calls.length).toBeLessThan(50);
  make.mockRestore();
});
