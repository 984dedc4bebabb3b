import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { SlackFault } from '../../../src/demo/slack/types.ts';
import { openStore } from '../../../src/store/open.ts';
import { CHANNELS, createWorld, PEOPLE, type World, type WorldOptions } from '../world.ts';
import type { MadeFaults, MakeFault, Seen } from './fault-row.ts';
import { folderFor } from './folder-for.ts';
import { asRead, healthOf, unusualLines } from './seen.ts';

interface Trouble extends Pick<WorldOptions, 'mode' | 'env' | 'slack'> {
  /** Made once the app runs. */
  readonly make: (world: World, scope: AsyncDisposableStack) => void | Promise<void>;
  readonly typed?: string;
  /** How many audit entries it leaves. */
  readonly entries?: number;
}

const person = { personId: PEOPLE.admin, channelId: CHANNELS.community };

/** A person asks while Slack is in trouble. */
function asked({ make, typed = 'alice', entries = 1, mode = 'http', ...options }: Trouble): MakeFault {
  return async (scope): Promise<Seen> => {
    const folder = folderFor(scope);
    const world = await createWorld({
      ...{ mode, ...options },
      env: { LOG_LEVEL: 'info', DATA_DIR: folder, FOLLOWSTATS_NAMES: 'off', ...options.env },
      seams: { progressAfterMs: 60_000 },
    });
    scope.defer(() => world.stop());
    const since = world.slack.mark();
    const before = saidBy(world).length;
    await make(world, scope);
    const answered = world.slack.waitForMessage({
      ...{ personId: person.personId, since },
      matches: ({ authorId }) => authorId === world.slack.botUserId,
    });
    await world.slack.type({ ...person, text: `/followstats ${typed}` });
    await answered;
    const health = await healthOf(world.url);
    await world.app.stop();
    const store = await openStore({ kind: 'sqlite', folder });
    scope.defer(store.close);
    const kept = await store.audit.latest(10);
    const said = saidBy(world).slice(before);
    return {
      person: said,
      operator: [...unusualLines(world.log.lines), health],
      kept: [
        { what: 'answers', of: 1, kept: said.length > 0 ? 1 : 0 },
        // A form that wasn't opened has changed nothing.
        ...(entries > 0 ? [{ what: 'audit entries', of: entries, kept: kept.length }] : []),
      ],
    };
  };
}

/** All that the app has said to the person, wherever: first where they asked, then in their direct messages. */
function saidBy({ slack }: Pick<World, 'slack'>): readonly string[] {
  return [CHANNELS.community, ...slack.channels.map(({ id }) => id).filter((id) => id.startsWith('D'))].flatMap(
    (id) => {
      const messages = slack.messagesFor(person.personId, id).filter(({ authorId }) => authorId === slack.botUserId);
      return messages.map(({ text }) => `${id.startsWith('D') ? 'in direct messages: ' : ''}${asRead(text, slack)}`);
    },
  );
}

const faults =
  (...made: readonly SlackFault[]) =>
  ({ slack }: World) =>
    slack.setFaults(made);
const refused = (method: string, error: string, times?: number): SlackFault => ({
  ...{ kind: 'refuse', method, error },
  ...(times && { times }),
});

/** Hands every request on twice, as a network may. @returns its own address */
async function sendTwice(url: string, scope: AsyncDisposableStack): Promise<string> {
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const headers = Object.entries(request.headers).filter(([name]) => /^(?:content-type|x-slack-.*)$/.test(name));
    const send = () => fetch(url, { method: 'POST', headers: headers as [string, string][], body });
    const answers = await Promise.all([send(), send()]);
    response.writeHead(answers.every(({ status }) => status === 200) ? 200 : 500).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  scope.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

export const OF_SLACK: MadeFaults = {
  'a response_url that has expired': asked({ make: faults(refused('response_url', 'expired_url')) }),
  'a response_url that has expired, where the app is no member': asked({
    async make({ slack }) {
      slack.changeChannel(CHANNELS.community, { hasBot: false });
      slack.setFaults([refused('response_url', 'expired_url')]);
    },
  }),
  'a response_url that answers 500': asked({ make: faults({ kind: 'status', method: 'response_url', status: 500 }) }),
  'a response_url whose “ok” gets lost': asked({ make: faults({ kind: 'lose-answer', method: 'response_url' }) }),
  'a response_url that is put off for 60 s': asked({
    make: faults({ kind: 'rate-limit', method: 'response_url', retryAfterSeconds: 60 }),
  }),
  'a response_url that is put off once, for 1 s': asked({
    make: faults({ kind: 'rate-limit', method: 'response_url', retryAfterSeconds: 1, times: 1 }),
  }),
  'a token that is revoked while the app runs': asked({ make: ({ slack }) => slack.setInstallation('token_revoked') }),
  'users.info that fails': asked({ make: faults(refused('users.info', 'internal_error')) }),
  'a workspace that takes no tables': asked({
    typed: 'alice bob',
    make: faults({ kind: 'refuse-blocks', types: ['data_table', 'table'] }),
  }),
  'a workspace that takes no blocks at all': asked({
    make: faults({ kind: 'refuse-content', method: 'response_url', error: 'invalid_blocks', blocks: ['*'] }),
  }),
  'an answer that Slack refuses in every form': asked({
    make: faults({ kind: 'refuse-content', method: 'response_url', error: 'invalid_blocks', times: 3 }),
  }),
  'a form that Slack doesn’t open': asked({
    typed: 'digest new',
    entries: 0,
    make: faults(refused('views.open', 'internal_error')),
  }),
  'a form that is put off': asked({
    typed: 'digest new',
    entries: 0,
    make: faults({ kind: 'rate-limit', method: 'views.open', retryAfterSeconds: 30 }),
  }),
  'a request that Slack sends twice': asked({
    async make({ slack, url }, scope) {
      slack.setRequestUrl(await sendTwice(`${url}/slack/events`, scope));
    },
  }),
  'a socket that is cut': asked({
    mode: 'socket',
    async make({ slack }) {
      slack.sockets.cut();
      await slack.socketConnected();
    },
  }),
};
