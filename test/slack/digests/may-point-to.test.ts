import { expect, test } from 'vitest';
import { createMayPointTo } from '../../../src/slack/digests/may-point-to.ts';
import type { WebClient } from '../../../src/slack/web-api/web-api.ts';
import { openLog } from '../open-log.ts';

type Verdict = Awaited<ReturnType<ReturnType<typeof createMayPointTo>>>;

/** A private channel with so many members, given in pages of 999. */
function open(members: readonly string[], { waitMs = 1000, isSilent = false } = {}) {
  const calls: string[] = [];
  const web = {
    conversations: {
      info: async () => {
        calls.push('info');
        return isSilent ? new Promise(() => {}) : { channel: { is_private: true } };
      },
      members: async ({ limit, cursor = '0' }: { limit: number; cursor?: string }) => {
        calls.push('members');
        const until = Number(cursor) + limit;
        const next = until < members.length ? String(until) : '';
        return { members: members.slice(Number(cursor), until), response_metadata: { next_cursor: next } };
      },
    },
  } as unknown as WebClient;
  const kept = new Map<string, Promise<Verdict>>();
  const { log } = openLog();
  const directory = { membership: async () => 'member' as const };
  return { calls, kept, mayPointTo: createMayPointTo({ web, directory, kept, log, waitMs }) };
}

const people = (count: number) => Array.from({ length: count }, (_, n) => `U${n}`);

test('a person on the third page of a private channel’s members is found', async () => {
  const { mayPointTo, calls } = open(people(2500));
  expect(await mayPointTo('U2400', 'C1')).toBeUndefined();
  expect(calls).toEqual(['info', 'members', 'members', 'members']);
});

test('a yes is kept, and asked for once by two at a time; a no is asked again', async () => {
  const { mayPointTo, calls } = open(['U1']);
  await Promise.all([mayPointTo('U1', 'C1'), mayPointTo('U1', 'C1')]);
  expect(await mayPointTo('U1', 'C1')).toBeUndefined();
  expect(calls).toEqual(['info', 'members']);
  expect([await mayPointTo('U2', 'C1'), await mayPointTo('U2', 'C1')]).toEqual(['not-yours', 'not-yours']);
  expect(calls).toHaveLength(6);
});

test('of a channel with too many members no more than ten pages are read, and the answer is no', async () => {
  const { mayPointTo, calls } = open(people(20_000));
  expect(await mayPointTo('U19999', 'C1')).toBe('no-answer');
  expect(calls).toHaveLength(11);
});

test('a Slack that stays silent is not waited for, and nothing of it is kept', async () => {
  const { mayPointTo, kept } = open([], { waitMs: 1, isSilent: true });
  expect(await mayPointTo('U1', 'C1')).toBe('no-answer');
  expect(kept.size).toBe(0);
});

test.each([
  ['U1', undefined],
  ['U2', 'not-yours'],
  ['W2', 'not-yours'],
])('a digest for the person %s is for themselves alone, and Slack isn’t asked', async (place, verdict) => {
  const { mayPointTo, calls } = open([]);
  expect(await mayPointTo('U1', place)).toBe(verdict);
  expect(calls).toEqual([]);
});
