import { createHmac } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { administer, describePostgres } from '../store/engines.ts';
import { CHANNELS, createWorld, PEOPLE, type World } from './world.ts';

/** A signed command, sent to as many replicas as wanted; its answer comes by `chat.postEphemeral`. */
function signedCommand({ slack }: World) {
  const body = new URLSearchParams({
    command: '/followstats',
    text: 'alice',
    user_id: PEOPLE.viewer,
    channel_id: CHANNELS.community,
    response_url: `${slack.apiUrl.replace('/api/', '/response/')}unknown`,
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const hmac = createHmac('sha256', slack.credentials.signingSecret).update(`v0:${timestamp}:${body}`);
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${hmac.digest('hex')}`,
  };
  return async (url: string) => (await fetch(`${url}/slack/events`, { method: 'POST', headers, body })).status;
}

const posted = ({ slack }: World) => slack.apiCalls.filter(({ method }) => method === 'chat.postEphemeral');

describePostgres('the same signed request', (newStore) => {
  /** Two replicas of one workspace on one store. */
  async function open() {
    const options = await newStore();
    const databaseUrl = 'url' in options ? options.url : '';
    const world = await createWorld({ env: { DATABASE_URL: databaseUrl } });
    onTestFinished(() => world.stop());
    const { app: second, url } = await world.startReplica();
    return { world, second, urls: [world.url, url], databaseUrl };
  }

  test('to two replicas at once is answered by both and done by one', async () => {
    const { world, second, urls } = await open();
    const send = signedCommand(world);
    expect(await Promise.all([...urls, ...urls].map(send))).toEqual([200, 200, 200, 200]);
    await Promise.all([world.app.stop(), second.stop()]);
    expect(posted(world)).toHaveLength(1);
  });

  test('to one replica after the other is done by the first', async () => {
    const { world, second, urls } = await open();
    const send = signedCommand(world);
    for (const url of urls) expect(await send(url)).toBe(200);
    await Promise.all([world.app.stop(), second.stop()]);
    expect(posted(world)).toHaveLength(1);
  });

  test('is done and not lost while the store is away, and the log says so', async () => {
    const { world, databaseUrl } = await open();
    await administer(`drop database ${new URL(databaseUrl).pathname.slice(1)} with (force)`);
    expect(await signedCommand(world)(world.url)).toBe(200);
    await world.slack.waitForMessage({ personId: PEOPLE.viewer, channelId: CHANNELS.community });
    expect(world.log.named('the store doesn’t say which requests were done before; doing them')).toHaveLength(1);
  });
});
