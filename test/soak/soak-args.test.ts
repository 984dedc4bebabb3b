import { expect, test } from 'vitest';
import { judgeKilled, judgeMixed } from './judge-soak.ts';
import type { KilledReport } from './killed-replicas.ts';
import { createCallRate } from './load/call-rate.ts';
import { newTally } from './load/tally.ts';
import type { MixedReport } from './mixed-load.ts';
import { readSoakArgs, UsageError } from './soak-args.ts';

test('half an hour with one app is meant by nothing, ten minutes with replicas by their name', () => {
  expect(readSoakArgs([])).toMatchObject({ scenario: 'load', minutes: 30, callsPerSecond: 160, json: false });
  expect(readSoakArgs(['replicas', '--json'])).toMatchObject({ scenario: 'replicas', minutes: 10, json: true });
  expect(readSoakArgs(['--minutes', '0.5', '--calls', '40'])).toMatchObject({ minutes: 0.5, callsPerSecond: 40 });
});

test.each([
  ['storm'],
  ['load', 'replicas'],
  ['--minutes', 'x'],
  ['--minutes', '0'],
  ['--calls', '161'],
  ['--hours', '1'],
])('%s %s is no command line', (...args) => {
  expect(() => readSoakArgs(args)).toThrow(UsageError);
});

const good = { ...newTally(), acknowledged: 10, answered: 10 };
const mixed: MixedReport = {
  ...{ ...good, warmMb: 100, endMb: 110, calls: 1000, most: 160, tooMany: 0 },
  ...{ storms: 1, digestRuns: {}, webhooks: 5, webhooksLost: 0 },
};

test.each<[string, Partial<MixedReport>, RegExp]>([
  ['memory that grew', { endMb: 111 }, /memory grew to 1\.11 ×/],
  ['calls beyond the budget', { most: 177 }, /177 times in a second/],
  ['calls that Chat turned away', { tooMany: 1 }, /turned 1 calls away/],
  ['a webhook that was lost', { webhooksLost: 2 }, /2 webhooks/],
  ['a command without an answer', { unanswered: ['alice'] }, /1 acknowledged commands came to nothing/],
  ['an app that acknowledged nothing', { acknowledged: 0 }, /nothing was acknowledged/],
])('%s doesn’t hold', (_, change, said) => {
  expect(judgeMixed(mixed, 160)).toEqual([]);
  expect(judgeMixed({ ...mixed, ...change }, 160).join('\n')).toMatch(said);
});

test('a change that was told as done and isn’t there doesn’t hold', () => {
  const killed: KilledReport = { ...good, kills: 3, failedInProxy: 0, lostChanges: [], toldChanges: 4 };
  expect(judgeKilled(killed)).toEqual([]);
  expect(judgeKilled({ ...killed, lostChanges: ['team-1 alice'] }).join('\n')).toMatch(/1 changes were told as done/);
});

test('calls are counted per Chat command, in any second, wherever it begins', () => {
  const rate = createCallRate();
  const call = (command: string, at: number, code = 0) => ({
    ...{ command, at, code, from: '', accounts: [], random: '', usersig: '' },
  });
  rate.add([call('a', 0), call('b', 400), call('a', 500), call('a', 999)]);
  rate.add([call('a', 1000), call('a', 1600, 60007)]);
  expect([rate.most(), rate.tooMany(), rate.total()]).toEqual([3, 1, 6]);
});
