import { expect, test } from 'vitest';
import type { AuditEntry } from '../../../src/followstats/audit/audit.ts';
import { createAuditWriter } from '../../../src/followstats/audit/audit-writer.ts';

const entryOf = (actor: string): AuditEntry => ({
  action: 'help',
  actor,
  channelId: 'C1',
  outcome: 'done',
  details: {},
});

test('no answer waits for an entry to be kept, but the end of the app does', async () => {
  const kept: string[] = [];
  let isSettled = false;
  const writing = Promise.withResolvers<void>();
  const trail = createAuditWriter({
    audit: {
      append: async ({ actor }) => {
        await writing.promise;
        kept.push(actor);
      },
    },
    onLost: () => {},
  });
  trail.record([entryOf('U1'), entryOf('U2')]);
  const settling = trail.settled().then(() => {
    isSettled = true;
  });
  await Promise.resolve();
  expect([kept, isSettled]).toEqual([[], false]);
  writing.resolve();
  await settling;
  expect(kept).toEqual(['U1', 'U2']);
});

test('an entry that can’t be kept is reported, and the next is tried', async () => {
  const lost: [unknown, AuditEntry][] = [];
  const error = new Error('disk full');
  const trail = createAuditWriter({
    audit: { append: async ({ actor }) => (actor === 'U1' ? Promise.reject(error) : undefined) },
    onLost: (...args) => lost.push(args),
  });
  trail.record([entryOf('U1'), entryOf('U2')]);
  await trail.settled();
  expect(lost).toEqual([[error, entryOf('U1')]]);
});

test('entries are kept one at a time, in their order', async () => {
  const events: string[] = [];
  const trail = createAuditWriter({
    audit: {
      append: async ({ actor }) => {
        events.push(`${actor} begins`);
        await Promise.resolve();
        events.push(`${actor} ends`);
      },
    },
    onLost: () => {},
  });
  trail.record([entryOf('U1')]);
  trail.record([entryOf('U2')]);
  await trail.settled();
  expect(events).toEqual(['U1 begins', 'U1 ends', 'U2 begins', 'U2 ends']);
});

test('of more than memory is meant for the newest are lost, and reported', async () => {
  const kept: string[] = [];
  const lost: string[] = [];
  const trail = createAuditWriter({
    audit: { append: async ({ actor }) => void kept.push(actor) },
    onLost: (_, { actor }) => lost.push(actor),
    mostWaiting: 2,
  });
  trail.record([entryOf('U1'), entryOf('U2'), entryOf('U3')]);
  await trail.settled();
  trail.record([entryOf('U4')]);
  await trail.settled();
  expect({ kept, lost }).toEqual({ kept: ['U1', 'U2', 'U4'], lost: ['U3'] });
});
