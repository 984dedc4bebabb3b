import { expect, test } from 'vitest';
import type { AnswerCommand } from '../../../src/followstats/commands/answer-command.ts';
import { withAnswerNames } from '../../../src/followstats/commands/with-answer-names.ts';
import type { NameOptions } from '../../../src/followstats/names/ports.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { reportOf } from '../../slack/blocks/reports/sample-reports.ts';
import { growing, historyOf } from '../history/sample-histories.ts';
import { accountsOf } from '../reports/sample-lookups.ts';

type Answered = Awaited<ReturnType<AnswerCommand>>;
type Context = Parameters<AnswerCommand>[1];

const [alice, bob] = accountsOf('alice', 'bob') as [AccountId, AccountId];
const report = reportOf([['alice', { kind: 'failed', failure: { code: 'missing_account' } }]]);

/** Whose names are asked for when this is the answer, and for whom. */
async function askedFor(answer: Answered, context: Partial<Context> = {}) {
  const asked: (readonly [readonly AccountId[], NameOptions | undefined])[] = [];
  const answerCommand = withAnswerNames(
    async () => answer,
    async (accounts, options) => {
      asked.push([accounts, options]);
      return new Map();
    },
  );
  const given = { asker: { personId: 'U1', channelId: 'C1' }, signal: new AbortController().signal, ...context };
  expect(await answerCommand({ kind: 'links' }, given as Context)).toBe(answer);
  return asked;
}

const list = { name: 'creators' as ListName, accounts: [alice, bob] };
const links = [
  { personId: 'U1', account: alice },
  { personId: 'U2', account: alice },
  { personId: 'U3', account: bob },
].map((link) => ({ ...link, by: 'U9', at: 1 }));

test.each<readonly [string, Answered, readonly AccountId[]]>([
  ['a history', { kind: 'history', history: historyOf({ alice: growing(1, 1) }) }, [alice]],
  ['a list', { kind: 'list', list }, [alice, bob]],
  ['all links', { kind: 'links', links }, [alice, bob]],
  ['a link', { kind: 'linked', personId: 'U1', account: alice, before: bob, notInChat: [] }, [alice, bob]],
  ['a link that is gone', { kind: 'unlinked', personId: 'U1', account: bob }, [bob]],
])('%s asks for the names that it shows, for its asker, and briefly', async (_, answer, accounts) => {
  expect(await askedFor(answer)).toEqual([[accounts, { caller: 'U1', waitMs: 300 }]]);
});

test('a look-up asked for them with its counts; one that is shown again asks for those that it shows', async () => {
  expect(await askedFor({ kind: 'report', report })).toEqual([]);
  expect(await askedFor({ kind: 'report', report }, { shown: report })).toEqual([
    [[alice], { caller: 'U1', waitMs: 300 }],
  ]);
});

test('an answer about no account asks for none', async () => {
  expect(await askedFor({ kind: 'unlinked', personId: 'U1', account: undefined })).toEqual([]);
  expect(await askedFor({ kind: 'lists', lists: [] })).toEqual([]);
});
