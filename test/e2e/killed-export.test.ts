import { expect, onTestFinished, test } from 'vitest';
import type { Message, View } from '../../src/demo/slack/types.ts';
import { openStore } from '../../src/store/open.ts';
import { createProcessWorld } from './process-world.ts';
import { CHANNELS, PEOPLE } from './world.ts';

const CSV = 'followstats_relations_csv';
const CANCEL = 'followstats_relations_cancel';
const [SLOT, MINUTE_MS] = ['export:slot:0', 60_000];
/** Processes start slowly while other tests run. */
const TIME_LIMIT_MS = 120_000;

async function open() {
  const world = await createProcessWorld({ audience: (id) => (id === 'alice' ? 3000 : 0) });
  onTestFinished(() => world.close());
  const { chat, slack } = world;
  const { viewer: personId } = PEOPLE;
  const said = (matches: (message: Message) => boolean, since: number) =>
    slack.waitForMessage({ personId, since, matches, timeoutMs: 45_000 });

  /** Kills a process in the middle of a file. @returns the message that says how far it is */
  async function killMaker(): Promise<Message> {
    const app = world.start('http');
    await world.ready(app, 'http');
    let since = slack.mark();
    await slack.type({ personId, channelId: CHANNELS.community, text: '/followstats fans alice' });
    await slack.waitForModal({ personId, since, matches: shown('These are 1 to 50') });
    chat.setFaults([{ kind: 'hang' }]);
    since = slack.mark();
    await slack.pressInView({ personId, actionId: CSV });
    const making = await said(shown(CANCEL), since);
    await slack.waitForModal({ personId, since, matches: shown('The CSV is being made.') });
    app.kill('SIGKILL');
    await app.ended;
    chat.setFaults([]);
    return making;
  }

  /** Sets the job's last sign of life back, as if that time had passed. */
  async function pass(ms: number): Promise<unknown> {
    const store = await openStore({ kind: 'sqlite', folder: world.dataFolder });
    const job = JSON.parse((await store.expiringValues.get(SLOT)) ?? '{}');
    await store.expiringValues.set(SLOT, JSON.stringify({ ...job, beatAt: job.beatAt - ms }), MINUTE_MS);
    await store.close();
    return job;
  }

  return { world, slack, personId, said, killMaker, pass };
}

const shown =
  (words: string) =>
  ({ blocks }: Pick<View, 'blocks'>) =>
    JSON.stringify(blocks).includes(words);

test(
  'a process killed in the middle of the file of a list: the next one says so in the message, and can make it',
  async () => {
    const { world, slack, personId, said, killMaker, pass } = await open();
    const making = await killMaker();
    // For a minute the others take it for slow. Then they watch for twenty seconds whether only its clock was another one.
    expect(await pass(MINUTE_MS)).toMatchObject({
      ...{ personId, account: 'alice', kind: 'fans', ts: making.ts, phase: 'reading' },
    });
    let since = slack.mark();
    const next = world.start('http');
    await world.ready(next, 'http');
    const ended = await said(({ ts, text }) => ts === making.ts && text.includes('was stopped meanwhile'), since);
    expect(shown(CANCEL)(ended)).toBe(false);
    since = slack.mark();
    await slack.press({ personId, ts: ended.ts, actionId: CSV });
    const done = await said(({ text }) => text.includes('is in this conversation'), since);
    expect(done.text).toContain('3,000 accounts');
    next.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  },
  TIME_LIMIT_MS,
);

test(
  'a file whose maker was killed is cancelled soon, without waiting until others take the maker for dead',
  async () => {
    const { world, slack, personId, said, killMaker } = await open();
    const making = await killMaker();
    const next = world.start('http');
    await world.ready(next, 'http');
    const since = slack.mark();
    await slack.press({ personId, ts: making.ts, actionId: CANCEL });
    const ended = await said(({ ts, text }) => ts === making.ts && text.includes('was cancelled'), since);
    expect(shown(CANCEL)(ended)).toBe(false);
    next.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  },
  TIME_LIMIT_MS,
);
