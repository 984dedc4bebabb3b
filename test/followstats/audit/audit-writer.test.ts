import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { AuditEntry } from '../../../src/followstats/audit/audit.ts';
import { createAuditWriter } from '../../../src/followstats/audit/audit-writer.ts';

const entryOf = (actor: string): AuditEntry => ({
  action: 'help',
  actor,
  channelId: 'C1',
  outcome: 'done',
  details: {},
});

function open(append: (entries: readonly AuditEntry[]) => Promise<void>, mostWaiting?: number) {
  const lost: [unknown, string][] = [];
  const trail = createAuditWriter({
    audit: { append },
    onLost: (error, { actor }) => lost.push([error, actor]),
    ...(mostWaiting !== undefined && { mostWaiting }),
  });
  return { ...trail, lost };
}

const actorsOf = (entries: readonly AuditEntry[]) => entries.map(({ actor }) => actor);

test('no answer waits for an entry to be kept, but the end of the app does', async () => {
  const kept: string[] = [];
  let isSettled = false;
  const writing = Promise.withResolvers<void>();
  const { record, settled } = open(async (entries) => {
    await writing.promise;
    kept.push(...actorsOf(entries));
  });
  record([entryOf('U1'), entryOf('U2')]);
  const settling = settled().then(() => {
    isSettled = true;
  });
  await Promise.resolve();
  expect([kept, isSettled]).toEqual([[], false]);
  writing.resolve();
  await settling;
  expect(kept).toEqual(['U1', 'U2']);
});

test('entries that can’t be kept are reported, and the next are tried', async () => {
  const error = new AppError('store_unavailable', 'disk full');
  const kept: string[] = [];
  const { record, settled, lost } = open(async (entries) => {
    if (entries.some(({ actor }) => actor === 'U1')) throw error;
    kept.push(...actorsOf(entries));
  });
  record([entryOf('U1'), entryOf('U2')]);
  await settled();
  record([entryOf('U3')]);
  await settled();
  expect({ kept, lost }).toEqual({
    kept: ['U3'],
    lost: [
      [error, 'U1'],
      [error, 'U2'],
    ],
  });
});

test('one that the store can’t take costs those beside it nothing, nor their order', async () => {
  const error = new Error('invalid byte sequence');
  const kept: string[] = [];
  const { record, settled, lost } = open(async (entries) => {
    if (entries.some(({ actor }) => actor === 'U2')) throw error;
    kept.push(...actorsOf(entries));
  });
  record(['U1', 'U2', 'U3'].map(entryOf));
  await settled();
  expect({ kept, lost }).toEqual({ kept: ['U1', 'U3'], lost: [[error, 'U2']] });
});

test('an entry that comes alone is written at once, and those that come after it share a write', async () => {
  const writes: string[][] = [];
  const first = Promise.withResolvers<void>();
  const { record, settled } = open(async (entries) => {
    writes.push(actorsOf(entries));
    first.resolve();
  });
  record([entryOf('U1')]);
  await first.promise;
  for (const actor of ['U2', 'U3', 'U4']) {
    record([entryOf(actor)]);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(writes).toEqual([['U1']]);
  await settled();
  expect(writes).toEqual([['U1'], ['U2', 'U3', 'U4']]);
});

test('of a burst every entry is kept, in its order, by few writes', async () => {
  const writes: string[][] = [];
  const { record, settled } = open(async (entries) => void writes.push(actorsOf(entries)));
  const actors = Array.from({ length: 3000 }, (_, n) => `U${n}`);
  for (const actor of actors) record([entryOf(actor)]);
  await settled();
  expect(writes.flat()).toEqual(actors);
  expect(writes.length).toBeLessThanOrEqual(6);
});

test('of more than memory is meant for the newest are lost, and reported', async () => {
  const kept: string[] = [];
  const { record, settled, lost } = open(async (entries) => void kept.push(...actorsOf(entries)), 2);
  record([entryOf('U1'), entryOf('U2'), entryOf('U3')]);
  await settled();
  record([entryOf('U4')]);
  await settled();
  expect({ kept, lost: lost.map(([, actor]) => actor) }).toEqual({ kept: ['U1', 'U2', 'U4'], lost: ['U3'] });
});
