import type { IncomingMessage } from 'node:http';
import type { DemoAct } from '../chat-acts.ts';
import type { DemoTime } from '../demo-time.ts';
import type { FaultSwitch } from '../fault-switches.ts';
import type { Workspace } from '../slack/workspace-types.ts';
import { type Answer, answerOutcome, toErrorAnswer, toJson } from './answer.ts';
import { BadInput } from './bad-input.ts';
import { createClockRoutes } from './clock-routes.ts';
import { findDownload } from './download.ts';
import { createMenuRoutes } from './menu-routes.ts';
import { elementOf, flagOf, optionalTextOf, readBody, textOf } from './read-body.ts';
import type { SlotWatch } from './slot-watch.ts';
import { readPageState } from './state.ts';
import type { Tour } from './tour/tour.ts';
import { createViewRoutes } from './view-routes.ts';

interface Options {
  /** Another one for each start of the demo. */
  readonly demoId: string;
  readonly workspace: Workspace;
  readonly faultSwitches: readonly FaultSwitch[];
  readonly acts: readonly DemoAct[];
  readonly time: DemoTime | undefined;
  readonly slots: SlotWatch;
  readonly tour: Tour | undefined;
  /** Called when a switch, people of Chat, the clock or the tour was moved, which the workspace knows nothing of. */
  readonly onMoved: () => void;
}

export type Route = (request: IncomingMessage, url: URL) => Answer | Promise<Answer>;

/** Answers everything under `/demo/` but the event stream. Throws `BadInput` for what the page should not have asked. */
export function createRoutes(options: Options): Route {
  const { workspace, faultSwitches, acts, tour, onMoved } = options;
  const routes: Readonly<Record<string, Route>> = {
    'GET /demo/state': (_request, { searchParams }) =>
      toJson(
        readPageState(options, {
          personId: searchParams.get('as') ?? undefined,
          channelId: searchParams.get('channel') ?? undefined,
        }),
      ),

    'POST /demo/type': async (request) => {
      const body = await readBody(request);
      const threadTs = optionalTextOf(body, 'thread');
      return answerOutcome(() =>
        workspace.type({
          personId: textOf(body, 'as'),
          channelId: textOf(body, 'channel'),
          text: textOf(body, 'text'),
          ...(threadTs !== undefined && { threadTs }),
        }),
      );
    },

    'POST /demo/press': async (request) => {
      const body = await readBody(request);
      const press = { personId: textOf(body, 'as'), ts: textOf(body, 'ts'), ...elementOf(body) };
      return answerOutcome(() => workspace.press(press));
    },

    'POST /demo/shortcut': async (request) => {
      const body = await readBody(request);
      return answerOutcome(() =>
        workspace.useShortcut({
          personId: textOf(body, 'as'),
          ts: textOf(body, 'ts'),
          channelId: textOf(body, 'channel'),
          callbackId: textOf(body, 'callbackId'),
        }),
      );
    },

    ...createMenuRoutes(workspace),
    ...createViewRoutes(workspace),
    ...createClockRoutes(options),

    'POST /demo/channel': async (request) => {
      const body = await readBody(request);
      const flags = (['isArchived', 'isRestricted', 'hasBot'] as const).filter((name) => body[name] !== undefined);
      const change = Object.fromEntries(flags.map((name) => [name, flagOf(body, name)]));
      return answerOutcome(async () => workspace.changeChannel(textOf(body, 'channel'), change));
    },

    'POST /demo/faults': async (request) => {
      const body = await readBody(request);
      const id = textOf(body, 'id');
      const wanted = faultSwitches.find((one) => one.id === id);
      if (!wanted) throw new BadInput(`There is no fault switch ${id}.`);
      await wanted.set(flagOf(body, 'on'));
      onMoved();
      return toJson({ id, on: wanted.isOn() });
    },

    'POST /demo/act': async (request) => {
      const id = textOf(await readBody(request), 'id');
      const wanted = acts.find((one) => one.id === id);
      if (!wanted) throw new BadInput(`There is nothing called ${id} to let happen.`);
      const words = await wanted.run();
      onMoved();
      return toJson({ words });
    },

    'POST /demo/tour': async (request) => {
      await readBody(request);
      if (!tour) throw new BadInput('There is no tour of this workspace.');
      tour.startOver();
      onMoved();
      return toJson(null);
    },
  };

  return (request, url) => {
    const route = routes[`${request.method} ${url.pathname}`];
    if (route) return route(request, url);
    const fileId = request.method === 'GET' ? /^\/demo\/files\/(\w+)$/.exec(url.pathname)?.[1] : undefined;
    const download = fileId === undefined ? undefined : findDownload(workspace, fileId);
    return download ?? toErrorAnswer(404, 'There is nothing here.');
  };
}
