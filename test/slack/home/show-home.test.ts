import type { HomeView } from '@slack/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { Home, Homes } from '../../../src/followstats/homes.ts';
import { writeNotice } from '../../../src/slack/blocks/home/home-notice.ts';
import { toRichText } from '../../../src/slack/blocks/kit/inline.ts';
import { createHomeQueue } from '../../../src/slack/home/home-queue.ts';
import type { Published } from '../../../src/slack/home/publish-home.ts';
import { createShowHome } from '../../../src/slack/home/show-home.ts';
import { withAudience } from '../../../src/slack/words/reader.ts';
import { EMPTY } from '../blocks/home/sample-home.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

const ANA = 'U1';
const reader = withAudience(readerOf(), { role: 'admin', admins: [] });
type Kept = Pick<Homes, 'open' | 'read' | 'untell' | 'claim' | 'release'>;

/** One open Home, as every replica sees it. */
function keptHome(): Kept & { row: Home & { isClaimed: boolean } } {
  const made = {
    row: { channelId: 'D1', pages: '', notice: undefined, shown: '', isClaimed: false } as Home & {
      isClaimed: boolean;
    },
    open: async () => {
      made.row = { ...made.row, shown: '' };
    },
    read: async () => made.row,
    async untell(_: string, notice: string) {
      if (made.row.notice?.value === notice) made.row = { ...made.row, notice: undefined };
    },
    async claim(_: string, shown: string) {
      if (made.row.isClaimed || made.row.shown !== shown) return false;
      made.row = { ...made.row, isClaimed: true, shown: '' };
      return true;
    },
    async release(_: string, shown: string) {
      made.row = { ...made.row, isClaimed: false, shown };
    },
  };
  return made;
}

/** The Home of a team with so many lists. */
const contentOf = (lists: number) =>
  ({ ...EMPTY, lists: Array.from({ length: lists }, (_, n) => ({ name: `l${n}` as never, size: 1 })) }) as const;
const listsIn = (view: HomeView | undefined) => JSON.stringify(view).match(/list-l\d+/g)?.length ?? 0;

test('whatever two replicas do at once, what was shown last is how things are, and each state is shown once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 5 }), async (s, changes) => {
      const later = async <Value>(value: Value | Promise<Value>) => {
        await s.schedule(Promise.resolve());
        return value;
      };
      const shared = keptHome();
      let lists = 0;
      let seen: HomeView | undefined;
      let shows = 0;
      const kept: Kept = {
        open: async (...args) => later(shared.open(...args)),
        read: async (...args) => later(shared.read(...args)),
        untell: async (...args) => later(shared.untell(...args)),
        claim: async (...args) => later(shared.claim(...args)),
        release: async (...args) => later(shared.release(...args)),
      };
      const replicas = [1, 2].map(() => {
        const show = createShowHome({
          homes: kept,
          async readHome() {
            const content = contentOf(lists);
            return later({ reader, content });
          },
          async publish(_, __, view): Promise<Published> {
            shows += 1;
            // Slack takes it at some moment, and its answer arrives at another.
            await later(undefined);
            seen = view as HomeView;
            return later({ kind: 'shown' } as const);
          },
          maxAccounts: 100,
          doctor: 'npm run doctor',
          now: () => 0,
          log: openLog().log,
        });
        return createHomeQueue({
          serve: show.serve,
          onError: (error) => {
            throw error;
          },
          pace: { waitMs: () => 0, spend: () => {} },
          // What is only for the words of another day never comes.
          timers: { sleep: (ms) => (ms > 10_000 ? new Promise(() => {}) : later(undefined)) },
        });
      });
      for (let n = 0; n < changes; n += 1) {
        void later(undefined).then(() => {
          lists += 1;
          for (const replica of replicas) void later(undefined).then(() => replica.ask(ANA));
        });
      }
      await s.waitIdle();
      expect(listsIn(seen)).toBe(changes);
      expect(shared.row.isClaimed).toBe(false);
      expect(shows).toBeLessThanOrEqual(changes);
    }),
    { numRuns: 300 },
  );
});

function openShow({
  published = [] as Published[],
  homes = keptHome() as Kept,
  isStoreAway = (): boolean => false,
  content = EMPTY,
} = {}) {
  const views: HomeView[] = [];
  const { log, sink } = openLog();
  const show = createShowHome({
    homes,
    readHome: async () => ({
      reader,
      content: isStoreAway() ? { kind: 'without-store', decision: EMPTY.decision } : content,
    }),
    publish: async (_, __, view) => {
      views.push(view as HomeView);
      return published.shift() ?? { kind: 'shown' };
    },
    maxAccounts: 100,
    doctor: 'npm run doctor',
    now: () => 0,
    log,
  });
  return { show, views, sink };
}

test('what is shown already isn’t shown again, until its person opens it anew', async () => {
  const { show, views } = openShow();
  expect(await show.serve(ANA)).toEqual({ againMs: 300, isSent: true });
  expect(await show.serve(ANA)).toEqual({ againMs: 15 * 60_000 + 1000 });
  await show.serve(ANA);
  expect(views).toHaveLength(1);
  await show.opened(ANA, 'D1');
  await show.serve(ANA);
  expect(views).toHaveLength(2);
});

test('it is looked at again when its notice is over', async () => {
  const homes = keptHome();
  homes.row = { ...homes.row, notice: { value: writeNotice([toRichText([['done']])], EMPTY, []), until: 5000 } };
  const { show } = openShow({ homes });
  await show.serve(ANA);
  expect(await show.serve(ANA)).toEqual({ againMs: 6000 });
});

test('a rate limit is waited for, and the newest state shown after it', async () => {
  const { show, views } = openShow({ published: [{ kind: 'rate-limited', waitMs: 7000 }] });
  expect(await show.serve(ANA)).toEqual({ againMs: 0, pauseMs: 7000, isSent: true });
  expect(await show.serve(ANA)).toEqual({ againMs: 300, isSent: true });
  expect(views).toHaveLength(2);
});

test('a failure of Slack’s is tried again, later each time, and not for ever', async () => {
  const failed: Published = { kind: 'failed', reason: 'ECONNRESET' };
  const { show, views, sink } = openShow({ published: Array(6).fill(failed) });
  const waits = [];
  for (let n = 0; n < 6; n += 1) waits.push((await show.serve(ANA)).againMs);
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, undefined]);
  expect(views).toHaveLength(6);
  expect(sink.lines.join('\n')).toContain('ECONNRESET');
});

test('while the store is away the Home says so once, and it is filled again once the store is back', async () => {
  let isAway = true;
  const kept = keptHome();
  const orFail =
    <Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async (...args: Args) => {
      if (isAway) throw new AppError('store_unavailable', 'away');
      return work(...args);
    };
  const homes = {
    open: orFail(kept.open),
    read: orFail(kept.read),
    untell: orFail(kept.untell),
    claim: orFail(kept.claim),
    release: orFail(kept.release),
  };
  const { show, views } = openShow({ homes, isStoreAway: () => isAway });
  await show.opened(ANA, 'D1');
  await show.serve(ANA);
  expect(await show.serve(ANA)).toEqual({ againMs: 15_000 });
  await show.serve(ANA);
  expect(views).toHaveLength(1);
  expect(JSON.stringify(views)).toContain('can’t read its data right now');
  isAway = false;
  expect(await show.serve(ANA)).toEqual({ againMs: 300, isSent: true });
  expect(JSON.stringify(views[1])).toContain('no lists yet');
  expect(kept.row.shown).not.toBe('');
});

const unavailable = () => Promise.reject(new AppError('store_unavailable', 'away'));

test('what the store has of a Home outlives a failed reading, and is shown again after it', async () => {
  const kept = keptHome();
  const value = writeNotice([toRichText([['done']])], EMPTY, []);
  kept.row = { ...kept.row, pages: 'lists=1', notice: { value, until: 60_000 } };
  let failures = 0;
  const homes = { ...kept, read: async () => (failures-- > 0 ? unavailable() : kept.row) };
  const { show, views } = openShow({ homes, isStoreAway: () => failures >= 0 });
  await show.serve(ANA);
  failures = 1;
  await show.serve(ANA);
  expect(JSON.stringify(views[1])).toContain('can’t read its data right now');
  await show.serve(ANA);
  expect(views[2]).toEqual(views[0]);
  expect(kept.row).toMatchObject({ channelId: 'D1', pages: 'lists=1', notice: { value } });
  expect(await show.serve(ANA)).not.toHaveProperty('isSent');
});

test('where the store can’t be written a page is turned all the same, and shown once', async () => {
  const kept = keptHome();
  const homes = { ...kept, claim: unavailable, release: unavailable };
  const { show, views } = openShow({ homes, content: contentOf(25) });
  await show.serve(ANA);
  show.turned(ANA, 'lists=1');
  await show.serve(ANA);
  await show.serve(ANA);
  expect(views.map((view) => JSON.stringify(view).includes('11–20 of 25'))).toEqual([false, true]);
  show.turned(ANA, undefined);
  await show.serve(ANA);
  expect(views).toHaveLength(3);
});

test('a notice that is no longer true is gone for good', async () => {
  const homes = keptHome();
  const value = writeNotice([toRichText([['made l0']])], contentOf(1), [{ kind: 'list', name: 'l0' }]);
  homes.row = { ...homes.row, notice: { value, until: 60_000 } };
  const { show, views } = openShow({ homes, content: EMPTY });
  await show.serve(ANA);
  expect(JSON.stringify(views)).not.toContain('made l0');
  expect(homes.row.notice).toBeUndefined();
});

test('failures of the store and of Slack are counted apart', async () => {
  let isAway = true;
  const published: Published[] = [];
  const { show } = openShow({ published, isStoreAway: () => isAway });
  await show.serve(ANA);
  for (let n = 0; n < 10; n += 1) expect(await show.serve(ANA)).toEqual({ againMs: 15_000 });
  isAway = false;
  published.push({ kind: 'failed', reason: 'ECONNRESET' });
  expect(await show.serve(ANA)).toEqual({ againMs: 1000, isSent: true });
});

test('a Home that nobody has open is left alone', async () => {
  const { show, views } = openShow({ homes: { ...keptHome(), read: async () => undefined } });
  expect(await show.serve(ANA)).toEqual({});
  expect(views).toEqual([]);
});
