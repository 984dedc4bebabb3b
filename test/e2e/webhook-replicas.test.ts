import { expect, onTestFinished, test, vi } from 'vitest';
import { describePostgres } from '../store/engines.ts';
import { WEBHOOK_TOKEN } from './webhook-request.ts';
import { createWorld } from './world.ts';

describePostgres('three replicas', (newStore) => {
  test('after one has taken a webhook, each shows the new count, with one call to Chat', async () => {
    const options = await newStore();
    if (options.kind !== 'postgres') throw new Error('no Postgres');
    const world = await createWorld({ env: { DATABASE_URL: options.url, TENCENT_WEBHOOK_TOKEN: WEBHOOK_TOKEN } });
    onTestFinished(() => world.stop());
    const urls = [world.url, (await world.startReplica()).url, (await world.startReplica()).url];
    const askAt = async (url: string | undefined) => {
      world.slack.setRequestUrl(`${url}/slack/events`);
      return (await world.ask('/followstats bob')).text;
    };
    // Until each listens, what it remembers is forgotten once more.
    for (const url of urls) {
      await vi.waitFor(async () => {
        await askAt(url);
        const calls = world.chat.calls.length;
        await askAt(url);
        expect(world.chat.calls.length).toBe(calls);
      });
      expect(await askAt(url)).toMatch(/^bob · 1 follower\b/);
    }
    const calls = world.chat.calls.length;
    world.chat.follow('carol', 'bob');
    await world.chat.settleWebhooks();
    expect(world.chat.webhooks.at(-1)).toMatchObject({ isAcknowledged: true });
    for (const url of urls) await vi.waitFor(async () => expect(await askAt(url)).toMatch(/^bob · 2 followers\b/));
    expect(world.chat.calls.length - calls).toBe(urls.length);
  });
});
