import fc from 'fast-check';
import { type Run, toRunId } from '../../../../src/digests/runs.ts';
import type { Digest, PauseReason } from '../../../../src/digests/types.ts';
import { ROLES } from '../../../../src/followstats/access/rules.ts';
import type { AuditRecord } from '../../../../src/followstats/audit/audit.ts';
import { AUDIT_ACTIONS } from '../../../../src/followstats/audit-actions.ts';
import type { Warning } from '../../../../src/followstats/health/warnings.ts';
import type { Link } from '../../../../src/followstats/links/links.ts';
import type { ListName } from '../../../../src/followstats/typed/list-name.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import type { WholeHome } from '../../../../src/slack/blocks/home/home-content.ts';
import { MONDAY } from '../../../digests/report/sample-readings.ts';
import { channel, granted, group, person } from '../../../followstats/access/sample-rules.ts';
import { digestOf } from '../digests/sample-digest.ts';
import { hostileId, hostileText } from '../hostile-text.ts';

/** The Home of an admin of a team that has nothing. */
export const EMPTY: WholeHome = {
  kind: 'whole',
  personId: 'U1',
  decision: { role: 'admin', rule: person('U1', 'admin'), isPartial: false },
  digests: { whose: 'all', failing: [], others: [], unreadable: [], latest: new Map() },
  watches: { whose: 'all', all: [], latest: new Map() },
  lists: [],
  links: [],
  rules: [],
  audit: [],
  warnings: [],
  now: MONDAY,
};

const many = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

/** How a slot of a digest ended. */
function runOf({ id }: Digest, status: Pick<Run, 'state' | 'reason'>): Run {
  const slot = MONDAY - 3_600_000;
  const facts = {
    id: toRunId(id, slot),
    digestId: id,
    slot,
    origin: 'schedule',
    attempts: 1,
    dueAt: slot,
    changedAt: slot,
  };
  return { ...facts, firstTriedAt: slot, ...status } as Run;
}

/** Digests that nothing is wrong with. */
export const digestsOf = (count: number, title = 'Creators'): readonly Digest[] =>
  many(count).map((number) => digestOf({ number, title }));

const REASONS: readonly PauseReason[] = ['no-accounts', 'not_in_channel', 'token_revoked', 'unreadable'];

/** Digests each of which needs a person, in one of several ways. */
export function failingOf(count: number, title = 'Creators', ownerId = 'U1') {
  const latest = new Map<Digest['id'], Run>();
  const failing = many(count).map((n) => {
    const reason = REASONS[n % REASONS.length] as PauseReason;
    const isPaused = n % 3 === 0;
    const digest = digestOf({
      number: 10_000 + n,
      title,
      ownerId,
      ...(isPaused && { state: { kind: 'paused', reason, since: MONDAY - 60_000 } }),
    });
    if (n % 3 === 1) latest.set(digest.id, runOf(digest, { state: 'failed', reason: 'throttled' } as never));
    if (n % 3 === 2) latest.set(digest.id, runOf(digest, { state: 'unknown', reason: 'no-answer' } as never));
    return digest;
  });
  return { failing, latest };
}

const record: fc.Arbitrary<AuditRecord> = fc.record({
  id: fc.uuid(),
  at: fc.constant(MONDAY),
  actor: fc.constantFrom('U1', 'W2', 'system'),
  channelId: fc.constantFrom('', 'C1'),
  action: fc.oneof(fc.constantFrom(...AUDIT_ACTIONS), hostileText, fc.constantFrom('constructor', '__proto__')),
  outcome: fc.oneof(fc.constantFrom('done', 'failed', 'refused', 'allowed'), hostileText),
  details: fc.oneof(
    fc.record({ digest: fc.oneof(fc.integer(), hostileText) }),
    fc.record({ list: hostileText }),
    fc.record({ person: fc.oneof(fc.constant('U1'), hostileText) }),
    fc.record({ subject: fc.oneof(fc.constant('person U1, group S1, channel C1'), hostileText) }),
    fc.record({ accounts: fc.nat() }),
    fc.constant({}),
  ),
});

const health = fc.constantFrom('warn', 'fail');

/** What a version may have written, with anybody's words in it. */
export const anyWarning: fc.Arbitrary<Warning> = fc.oneof(
  fc.record({ kind: fc.constant('slack-scopes'), health, scopes: fc.array(hostileText, { maxLength: 40 }) }),
  fc.record({ kind: fc.constantFrom('slack-clock', 'chat-clock'), health, aheadMs: fc.integer() }),
  fc.record({ kind: fc.constant('store-space'), health, freeBytes: fc.nat() }),
  fc.record({ kind: fc.constant('digests'), health, count: fc.nat(), lateMs: fc.nat() }),
);

const upTo = (most: number) => fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: most }));

/** The Home of a team of any size, with anybody's words in it. */
export const anyHome: fc.Arbitrary<WholeHome> = fc
  .record({
    digests: upTo(300),
    failing: upTo(60),
    unreadable: upTo(30),
    lists: upTo(200),
    links: upTo(100),
    rules: upTo(100),
    audit: fc.array(record, { maxLength: 8 }),
    warnings: fc.array(anyWarning, { maxLength: 12 }),
    title: hostileText,
    account: hostileId,
    role: fc.constantFrom(...ROLES),
    isOwn: fc.boolean(),
  })
  .map(({ title, account, role, isOwn, ...counts }): WholeHome => {
    const short = title.slice(0, 60) || 'x';
    return {
      ...EMPTY,
      decision: { role, rule: granted(person('U1', role)), isPartial: isOwn },
      digests: {
        whose: isOwn ? 'own' : 'all',
        others: digestsOf(counts.digests, short),
        unreadable: many(counts.unreadable).map((n) => digestOf({ number: 20_000 + n }).id),
        ...failingOf(counts.failing, short),
      },
      lists: many(counts.lists).map((n) => ({ name: `${'x'.repeat(36)}${n}` as ListName, size: n * 7 - 7 })),
      links: many(counts.links).map((n): Link => {
        return { personId: `U${n}`, account: account as AccountId, by: 'U9', at: MONDAY };
      }),
      rules: many(counts.rules).map((n) => {
        const rule = ([person, group, channel] as const)[n % 3] ?? person;
        return n % 4 === 0 ? rule(`U${n}`, 'viewer') : granted(rule(`U${n}`, 'admin'));
      }),
      audit: counts.audit,
      warnings: counts.warnings,
    };
  });
