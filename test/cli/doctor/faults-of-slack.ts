import { createServer as createTlsServer } from 'node:https';
import { renderManifest } from '../../../manifest/render.ts';
import type { SlackFault } from '../../../src/demo/slack/types.ts';
import { freePort } from '../../free-port.ts';
import { selfSigned } from '../../self-signed.ts';
import { listenOn, type Scene, serve } from './doctor-scene.ts';
import { type Faults, NETWORK } from './fault.ts';

const slackFault =
  (fault: SlackFault) =>
  ({ slack }: Scene) =>
    void slack.setFaults([fault]);

const installation =
  (state: 'token_revoked' | 'account_inactive') =>
  ({ slack }: Scene) =>
    void slack.setInstallation(state);

export const SLACK_FAULTS: Faults = {
  'another app’s bot token': {
    env: { SLACK_BOT_TOKEN: 'xoxb-of-another' },
    trouble: { 'slack-token': 'fail' },
    what: /invalid_auth/,
    fix: /Copy the Bot User OAuth Token/,
  },
  'a token that was revoked': {
    make: installation('token_revoked'),
    trouble: { 'slack-token': 'fail' },
    what: /token_revoked/,
    fix: /again, and put its new Bot User/,
  },
  'an app that was removed': {
    make: installation('account_inactive'),
    trouble: { 'slack-token': 'fail' },
    what: /account_inactive/,
    fix: /Install the app in the workspace again/,
  },
  'a token of no bot': {
    async make() {
      const url = await serve((_, response) =>
        response
          .setHeader('content-type', 'application/json')
          .end('{"ok":true,"team_id":"T1","user_id":"U1","url":""}'),
      );
      return { SLACK_API_URL: `${url}/api/`, SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: '0123456789abcdef' };
    },
    trouble: { 'slack-token': 'fail' },
    what: /not the token of a bot/,
    fix: /Bot User OAuth Token/,
  },
  'an error of Slack’s own': {
    make: slackFault({ kind: 'refuse', method: 'auth.test', error: 'internal_error' }),
    trouble: { 'slack-token': 'fail' },
    what: /internal_error/,
    fix: /slack-status\.com/,
  },
  'too many calls of Slack': {
    make: slackFault({ kind: 'rate-limit', method: 'auth.test', retryAfterSeconds: 30 }),
    trouble: { 'slack-token': 'warn' },
    what: /ratelimited/,
    fix: /Wait a minute/,
  },
  'a scope that an admin unticked': {
    slack: { withoutScopes: ['im:write', 'files:write'] },
    trouble: { 'slack-scopes': 'warn' },
    what: /lacks files:write, im:write;/,
    fix: /slack-manifest\.yml/,
  },
  'an app from before, without a scope it needs': {
    slack: { manifest: renderManifest().replaceAll(/^ +- users:read\n/gm, '') },
    trouble: { 'slack-scopes': 'fail' },
    what: /lacks users:read,/,
    fix: /install it again/,
  },
  'another app’s app-level token': {
    env: { SLACK_APP_TOKEN: 'xapp-of-another' },
    trouble: { 'slack-connection': 'fail' },
    what: /SLACK_APP_TOKEN \(invalid_auth\)/,
    fix: /connections:write/,
  },
  'an app-level token without its scope': {
    make: slackFault({ kind: 'refuse', method: 'apps.connections.open', error: 'missing_scope' }),
    trouble: { 'slack-connection': 'fail' },
    what: /missing_scope/,
    fix: /connections:write/,
  },
  'Socket Mode that is switched off': {
    make: slackFault({ kind: 'refuse', method: 'apps.connections.open', error: 'socket_mode_not_enabled' }),
    trouble: { 'slack-connection': 'fail' },
    what: /socket_mode_not_enabled/,
    fix: /Switch Socket Mode on/,
  },
  'a host of sockets that nobody reaches': {
    async make() {
      const socket = await freePort();
      const bodies: Readonly<Record<string, object>> = {
        '/api/auth.test': { ok: true, bot_id: 'B1', team_id: 'T1', user_id: 'U1' },
        '/api/apps.connections.open': { ok: true, url: `ws://127.0.0.1:${socket}/link?ticket=secret` },
      };
      const url = await serve((request, response) => {
        response.setHeader('content-type', 'application/json').end(JSON.stringify(bodies[request.url ?? '']));
      });
      return { SLACK_API_URL: `${url}/api/` };
    },
    trouble: { 'slack-connection': 'fail' },
    what: /Socket Mode cannot be reached: ECONNREFUSED/,
    fix: NETWORK,
  },
  'a Slack that hangs': {
    make: slackFault({ kind: 'hang', method: 'auth.test' }),
    seams: { times: { slackMs: 150 } },
    trouble: { 'slack-connection': 'fail' },
    what: /no answer in time/,
    fix: NETWORK,
  },
  'a Slack that hangs later': {
    make: slackFault({ kind: 'hang', method: 'apps.connections.open' }),
    seams: { times: { slackMs: 150 } },
    trouble: { 'slack-connection': 'fail' },
    what: /no answer in time/,
    fix: NETWORK,
  },
  'a Slack that hangs up': {
    make: slackFault({ kind: 'lose-answer', method: 'auth.test' }),
    trouble: { 'slack-connection': 'fail' },
    what: /cannot be reached: UND_ERR_SOCKET/,
    fix: NETWORK,
  },
  'a Slack behind a closed port': {
    make: async () => ({ SLACK_API_URL: `http://127.0.0.1:${await freePort()}/api/` }),
    trouble: { 'slack-connection': 'fail' },
    what: /ECONNREFUSED/,
    fix: /SLACK_API_URL/,
  },
  'a gateway before Slack': {
    make: slackFault({ kind: 'status', method: 'auth.test', status: 503 }),
    trouble: { 'slack-connection': 'fail' },
    what: /HTTP 503/,
    fix: NETWORK,
  },
  'a page in place of Slack': {
    make: async () => ({
      SLACK_API_URL: `${await serve((_, response) => response.end('<html><body>Please log in</body></html>'))}/api/`,
    }),
    trouble: { 'slack-connection': 'fail' },
    what: /an answer that is not Slack’s/,
    fix: NETWORK,
  },
  'a certificate that nobody knows': {
    async make() {
      const port = await listenOn(createTlsServer(selfSigned('127.0.0.1'), (_, response) => response.end('{}')));
      return { SLACK_API_URL: `https://127.0.0.1:${port}/api/` };
    },
    trouble: { 'slack-connection': 'fail' },
    what: /DEPTH_ZERO_SELF_SIGNED_CERT/,
    fix: /NODE_EXTRA_CA_CERTS/,
  },
};
