import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { beMeasured } from './measured-process.ts';

/** The least that an app can do for a command: Bolt as it comes, which acknowledges it and nothing else. */
const receiver = new HTTPReceiver({ signingSecret: process.env.SLACK_SIGNING_SECRET ?? '', logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: process.env.SLACK_BOT_TOKEN ?? '', botId: 'B1', botUserId: 'U1' }),
  logLevel: LogLevel.ERROR,
});
app.command('/followstats', async ({ ack }) => ack());
const server = (await app.start({ port: 0, host: '127.0.0.1' })) as Server;
beMeasured((server.address() as AddressInfo).port, () => app.stop());
