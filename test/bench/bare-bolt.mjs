import { App } from '@slack/bolt';

/* The least that an app with Slack's library is: one command, acknowledged. JavaScript, since types to take off cost memory. */

const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL } = process.env;
const app = new App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.command('/followstats', ({ ack }) => ack());
await app.start(0);
process.stdout.write(`${JSON.stringify({ port: 0, msg: 'ready' })}\n`);
