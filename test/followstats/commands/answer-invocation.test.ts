import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { withDeadline } from '../../../src/deadline.ts';
import { AppError } from '../../../src/errors.ts';
import type { Decision } from '../../../src/followstats/access/access.ts';
import { createAuthorize } from '../../../src/followstats/access/authorize.ts';
import type { AuditEntry } from '../../../src/followstats/audit/audit.ts';
import type { Invocation } from '../../../src/followstats/commands/answer.ts';
import { createAnswerCommand } from '../../../src/followstats/commands/answer-command.ts';
import { createAnswerInvocation } from '../../../src/followstats/commands/answer-invocation.ts';
import { type Command, readCommand } from '../../../src/followstats/commands/command.ts';
import type { SubjectNeeds } from '../../../src/followstats/commands/subcommands.ts';
import { createResolve } from '../../../src/followstats/reports/resolve.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import type { LookupMany, LookupOptions } from '../../../src/followstats/types.ts';
import { systemTimers } from '../../../src/timers.ts';
import { everyone, granted, person } from '../access/sample-rules.ts';
import { found, resolvedOf } from '../reports/sample-lookups.ts';

const NOW = 1_700_000_000_000;
const DAY_MS = 86_400_000;
const viewer: Decision = { role: 'viewer', rule: everyone(), isPartial: false };
const admin: Decision = { role: 'admin', rule: granted(person('U1', 'admin')), isPartial: false };
const nobody: Decision = { role: undefined, reason: 'no-rule' };

interface Scene {
  readonly decision?: Decision;
  readonly lookup?: LookupMany;
  readonly timeLimitMs?: number;
  /** What the store says whenever it is asked for a decision, a link or a list, or for a change. */
  readonly store?: Partial<Record<'decide' | 'links' | 'change', () => Promise<never>>>;
}

const findAll: LookupMany = async (accounts) => new Map(accounts.map((account) => [account, found(NOW)]));

const ACCESS_KINDS: ReadonlySet<string> = new Set(['allow', 'revoke', 'access', 'why']);
/** What commands about access do is not of interest here, only whether they are done. */
const NO_ACCESS: Pick<SubjectNeeds, 'access' | 'grants' | 'directory' | 'onAccessUnsaved'> = {
  access: {
    configured: [],
    granted: async () => [],
    decide: async () => nobody,
    admins: async () => [],
    decideWithAdmins: async () => ({ decision: nobody, admins: [] }),
  },
  grants: { grant: async () => 'done', revoke: async () => 'done', unrecognized: async () => 0 },
  directory: {
    membership: async () => 'member',
    groupMembers: async () => new Set(),
    personGap: async () => undefined,
    groupGap: async () => undefined,
  },
  onAccessUnsaved() {},
};

/** Asks, and says what was answered and what upstream was asked for it. */
async function ask(text: string, scene: Scene = {}, extra: Partial<Invocation> = {}) {
  const { decision = viewer, lookup = findAll, timeLimitMs = 5000, store = {} } = scene;
  const asked: (readonly string[])[] = [];
  const options: LookupOptions[] = [];
  const administered: Command[] = [];
  const recorded: AuditEntry[] = [];
  const record = (entries: readonly AuditEntry[]) => void recorded.push(...entries);
  const change = store.change ?? (() => Promise.reject(new TypeError('nothing is changed here')));
  const read = <Result>(result: Result) => store.change ?? (async () => result);
  const groups = { groupMembers: async () => new Set(['U3']), groupGap: async () => undefined };
  const answerSubject = createAnswerCommand({
    ...NO_ACCESS,
    lists: { create: change, add: change, remove: change, delete: change, read: read(new Map()), all: read([]) },
    links: { link: change, unlink: change, of: change, all: read([]) },
    answerDigest: read({ kind: 'digest-list' } as const),
    answerWatch: read({ kind: 'watch-list' } as const),
    resolve: createResolve({
      links: { of: store.links ?? (async () => new Map()) },
      lists: { read: async () => new Map(), all: async () => [{ name: 'vips' as ListName }] },
      directory: groups,
    }),
    readUnreadDetails: async () => ({ lastKnown: new Map(), meant: new Map() }),
    readBaselines: async (accounts, askedAt) =>
      new Map(accounts.map((account) => [account, { ...found(), followers: 1, readAt: askedAt - DAY_MS }])),
    findMissing: async () => [],
    relationLists: { open: () => Promise.reject(new TypeError('no list is read here')) },
    checkFollows: () => Promise.reject(new TypeError('nothing is checked here')),
    readHistory: () => Promise.reject(new TypeError('no history is read here')),
    readChanges: () => Promise.reject(new TypeError('no changes are read here')),
    maxAccounts: 100,
    lookup: (accounts, given = {}) => {
      asked.push(accounts);
      options.push(given);
      return lookup(accounts, given);
    },
    now: () => NOW,
  });
  const answer = createAnswerInvocation({
    authorize: createAuthorize({
      access: {
        decideWithAdmins: async () => ({ decision: await (store.decide ?? (async () => decision))(), admins: ['U9'] }),
      },
      record,
    }),
    answerCommand(command, context) {
      if (!ACCESS_KINDS.has(command.kind)) return answerSubject(command, context);
      administered.push(command);
      return withDeadline(read({ kind: 'access', configured: [], granted: [] } as const)(), context);
    },
    record,
    timeLimitMs,
    timers: systemTimers,
  });
  const command = readCommand(text, 100);
  const question = { asker: { personId: 'U1', channelId: 'C1' }, command, ...extra };
  return { answer: await answer(question), asked, options, administered, recorded };
}

test('a look-up is answered with a report of the moment it was asked', async () => {
  const { answer, asked } = await ask('alice bob');
  expect(answer).toMatchObject({ kind: 'report', report: { read: 2, askedAt: NOW } });
  expect(asked).toEqual([['alice', 'bob']]);
});

test('help is given to anyone, with their role', async () => {
  expect(await ask('help')).toMatchObject({ answer: { kind: 'help', role: 'viewer' }, asked: [] });
  expect((await ask('', { decision: nobody })).answer).toEqual({ kind: 'help', role: undefined });
});

test('faulty input is answered with its fault and asks upstream nothing', async () => {
  const { answer, asked } = await ask('alice "bob');
  expect(answer).toEqual({ kind: 'fault', fault: { kind: 'unclosed-quote', word: '"bob' } });
  expect(asked).toEqual([]);
});

test.each(['no-rule', 'guest', 'stranger', 'unknown', 'unreadable'] as const)(
  'a refused person (%s) is told only that, asks upstream nothing, and learns nothing of what they typed',
  async (reason) => {
    for (const text of ['alice', '"bob', 'digest new', 'allow <@U1> admin', 'revoke', 'access', 'why <@U2>']) {
      const { answer, asked, recorded } = await ask(text, { decision: { role: undefined, reason } });
      expect(answer).toEqual({ kind: 'refused', reason, admins: ['U9'] });
      expect(asked).toEqual([]);
      expect(recorded).toMatchObject([{ outcome: 'refused', details: { rule: reason, why: reason } }]);
    }
  },
);

test('mentions alone ask upstream nothing: only a link makes an account of them', async () => {
  const { answer, asked } = await ask('<@U2> <!subteam^S1>');
  expect(answer).toMatchObject({ kind: 'report', report: { rows: [], who: { unlinked: ['U2', 'U3'] } } });
  expect(asked).toEqual([]);
});

test('a fresh invocation is asked fresh, any other is not', async () => {
  expect((await ask('alice', {}, { fresh: true })).options[0]?.fresh).toBe(true);
  expect((await ask('alice')).options[0]?.fresh).toBeFalsy();
});

test('a look-up that fails as a whole is an answer, too, and says whom it was about', async () => {
  const error = new AppError('upstream_unreachable', 'no line');
  const lookup = () => Promise.reject(error);
  const { answer } = await ask('alice', { lookup });
  const rows = [{ account: 'alice', lookup: { kind: 'failed', failure: error.failure } }];
  expect(answer).toMatchObject({ kind: 'failed', error, who: resolvedOf('alice'), report: { rows, read: 0 } });
});

test('a bug is not an answer', async () => {
  await expect(ask('alice', { lookup: () => Promise.reject(new TypeError('a bug')) })).rejects.toThrow(TypeError);
});

test('the time limit reaches the look-up as its signal', async () => {
  const waitForDeadline: LookupMany = async (_, options) => {
    const signal = options?.signal as AbortSignal;
    expect(signal.aborted).toBe(false);
    await once(signal, 'abort');
    throw new AppError('out_of_time', 'the deadline passed');
  };
  const { answer } = await ask('alice', { lookup: waitForDeadline, timeLimitMs: 5 });
  expect(answer).toMatchObject({ kind: 'failed', error: { failure: { code: 'out_of_time' } } });
});

test.each<[string, Scene, number]>([
  ['alice', {}, 1],
  ['alice', { decision: nobody }, 0],
  ['<@U2>', {}, 0],
  ['help', {}, 0],
  ['"alice', {}, 0],
])('a question says that Chat is being asked only when it is: %s, %j', async (text, scene, times) => {
  let told = 0;
  await ask(text, scene, {
    onLookup: () => {
      told += 1;
    },
  });
  expect(told).toBe(times);
});

test.each(['allow <@U1> admin', 'revoke <@U9>', 'access', 'why <@U2>'])(
  '%s is for admins: a viewer is told which role it needs, and nothing is done',
  async (text) => {
    const { answer, administered } = await ask(text);
    expect(answer).toEqual({ kind: 'refused', reason: 'low-role', role: 'viewer', needed: 'admin', admins: ['U9'] });
    expect(administered).toEqual([]);
    expect((await ask(text, { decision: admin })).administered).toEqual([readCommand(text, 100)]);
  },
);

test('what was decided before is not decided again, unless the command needs a higher role', async () => {
  const undecided = { store: { decide: () => Promise.reject(new TypeError('decided again')) } };
  const authorization = { decision: viewer, admins: [] };
  const { answer, recorded } = await ask('alice', undecided, { authorization });
  expect(answer).toMatchObject({ kind: 'report' });
  expect(recorded).toEqual((await ask('alice')).recorded);
  await expect(ask('access', undecided, { authorization })).rejects.toThrow('decided again');
  expect((await ask('access', {}, { authorization })).answer).toMatchObject({ kind: 'refused', reason: 'low-role' });
});

test.each(['why', 'why <@U1>'])('%s about oneself is for anyone, without a role, too', async (text) => {
  expect((await ask(text, { decision: nobody })).administered).toHaveLength(1);
});

test('a role that is too low while grants can’t be read is denied for that: there may be a higher one', async () => {
  const { answer } = await ask('access', { decision: { ...viewer, isPartial: true } });
  expect(answer).toMatchObject({ kind: 'refused', reason: 'unreadable' });
});

const never = () => new Promise<never>(() => {});
const away = () => Promise.reject(new AppError('store_unavailable', 'the store failed: 57P01'));
const COMMANDS = [
  'link <@U2> alice',
  'unlink <@U2>',
  'list create vip alice',
  'list add vip alice',
  'list remove vip alice',
  'list delete vip',
  'digest run 7',
  'digest pause 7',
  'digest resume 7',
  'digest delete 7',
  'allow <@U2>',
  'revoke <@U2>',
] as const;

describe.each([
  ['is away', away, 'store_unavailable'],
  ['gives no answer', never, 'out_of_time'],
] as const)('when the store %s', (_, trouble, code) => {
  const error = expect.objectContaining({ failure: { code } });
  const timeLimitMs = 20;

  test('whom a look-up is about stays unknown, Chat isn’t asked, and the invocation is kept', async () => {
    const { answer, asked, recorded } = await ask('<@U2>', { store: { links: trouble }, timeLimitMs });
    expect(answer).toEqual({ kind: 'failed', error, who: undefined });
    expect(asked).toEqual([]);
    expect(recorded).toMatchObject([{ action: 'lookup', outcome: 'failed', details: { why: code } }]);
  });

  test.each(COMMANDS)('%s may have been done or not, which the answer says', async (text) => {
    const { answer, recorded } = await ask(text, { decision: admin, store: { change: trouble }, timeLimitMs });
    expect(answer).toEqual({ kind: 'unsaved', change: readCommand(text, 100), error });
    expect(recorded).toMatchObject([{ outcome: 'failed', details: { why: code } }]);
  });

  test.each(['links', 'list show', 'list show vip', 'digest list', 'digest log 7'])(
    '%s can’t be read',
    async (text) => {
      const { answer } = await ask(text, { decision: admin, store: { change: trouble }, timeLimitMs });
      expect(answer).toEqual({ kind: 'failed', error, who: undefined });
    },
  );

  test.each(['alice', 'link <@U2> alice'])('nothing is done before access is decided: %s', async (text) => {
    const { answer, asked, recorded } = await ask(text, { store: { decide: trouble }, timeLimitMs });
    expect(answer).toEqual({ kind: 'failed', error, who: undefined });
    expect(asked).toEqual([]);
    expect(recorded).toHaveLength(1);
  });
});
