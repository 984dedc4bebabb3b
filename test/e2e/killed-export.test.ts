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

test(
  'a process killed in the middle of the file of a list: the next one says so in the message, and can make it',
  async () => {
    const world = await createProcessWorld({ audience: (id) => (id === 'alice' ? 3000 : 0) });
    onTestFinished(() => world.close());
    const { chat, slack } = world;
    const { viewer: personId } = PEOPLE;
    const shown =
      (words: string) =>
      ({ blocks }: Pick<View, 'blocks'>) =>
        JSON.stringify(blocks).includes(words);
    const said = (matches: (message: Message) => boolean, since: number) =>
      slack.waitForMessage({ personId, since, matches, timeoutMs: 45_000 });

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

    // The process is killed. For a minute the others take it for slow; so the job's last sign of life is set back by that minute.
    // Then they watch for twenty seconds whether only its clock was another one.
    const store = await openStore({ kind: 'sqlite', folder: world.dataFolder });
    const job = JSON.parse((await store.expiringValues.get(SLOT)) ?? '{}');
    expect(job).toMatchObject({ personId, account: 'alice', kind: 'fans', ts: making.ts, phase: 'reading' });
    await store.expiringValues.set(SLOT, JSON.stringify({ ...job, beatAt: job.beatAt - MINUTE_MS }), MINUTE_MS);
    await store.close();

    since = slack.mark();
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
