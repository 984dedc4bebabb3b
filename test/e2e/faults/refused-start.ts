import { renderManifest } from '../../../manifest/render.ts';
import { createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { seedWorkspace } from '../../../src/demo/slack/seed.ts';
import type { SlackFault } from '../../../src/demo/slack/types.ts';
import { createWorkspace } from '../../../src/demo/slack/workspace.ts';
import { ConfigError } from '../../../src/errors.ts';
import { freePort } from '../../free-port.ts';
import { createLogSink } from '../../log-sink.ts';
import { appEnv, type Mode } from '../app-env.ts';
import { CHANNELS, PEOPLE } from '../world.ts';
import type { Seen } from './fault-row.ts';
import { folderFor } from './folder-for.ts';
import { unusualLines } from './seen.ts';

interface Options {
  readonly mode?: Mode;
  readonly faults?: readonly SlackFault[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts an app that has to give up, and types a command to it. @returns what Slack itself says to the person, and why it ended */
export async function refusedStart(
  scope: AsyncDisposableStack,
  { mode = 'http', faults = [], env = {} }: Options,
): Promise<Pick<Seen, 'person' | 'operator'>> {
  const slack = await createWorkspace({
    ...seedWorkspace(),
    manifest: renderManifest(mode === 'http' ? 'https://followstats.example' : undefined),
  });
  scope.defer(() => slack.close());
  slack.setFaults(faults);
  const log = createLogSink();
  const chat = { url: `http://127.0.0.1:${await freePort()}` };
  const given = { ...appEnv({ slack, chat, dataFolder: folderFor(scope), mode }), FOLLOWSTATS_ADMINS: PEOPLE.admin };
  const app = createApp(readConfig({ ...given, ...env }), { logDestination: log });
  const refusal = await app.start().then(
    () => undefined,
    (error: unknown) => error,
  );
  await app.stop();
  if (mode === 'http') slack.setRequestUrl(`http://127.0.0.1:${await freePort()}/slack/events`);
  const { viewer: personId } = PEOPLE;
  const { error } = await slack.type({ personId, channelId: CHANNELS.community, text: '/followstats alice' });
  const faultsOf = refusal instanceof ConfigError ? refusal.faults.map((fault) => `exit 78: ${fault}`) : [];
  return {
    person: error ? [`Slack itself: ${error}`] : [],
    operator: [...faultsOf, ...unusualLines(log.lines)],
  };
}
