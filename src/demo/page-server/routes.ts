import type { IncomingMessage } from 'node:http';
import type { FaultSwitch } from '../fault-switches.ts';
import type { Delivery } from '../slack/types.ts';
import type { Workspace } from '../slack/workspace-types.ts';
import { type Answer, toJson, toRefusal } from './answer.ts';
import { BadInput } from './bad-input.ts';
import { findDownload } from './download.ts';
import { flagOf, readBody, textOf } from './read-body.ts';
import { readPageState } from './state.ts';

interface Options {
  readonly workspace: Workspace;
  readonly faultSwitches: readonly FaultSwitch[];
  /** Called when a switch was moved, which the workspace knows nothing of. */
  readonly onFaultsMoved: () => void;
}

type Route = (request: IncomingMessage, url: URL) => Answer | Promise<Answer>;

/** Answers everything under `/demo/` but the event stream. Throws `BadInput` for what the page should not have asked. */
export function createRoutes({ workspace, faultSwitches, onFaultsMoved }: Options): Route {
  const routes: Readonly<Record<string, Route>> = {
    'GET /demo/state': (_request, { searchParams }) =>
      toJson(
        readPageState(workspace, faultSwitches, {
          personId: searchParams.get('as') ?? undefined,
          channelId: searchParams.get('channel') ?? undefined,
        }),
      ),

    'POST /demo/type': async (request) => {
      const body = await readBody(request);
      return answerDelivery(
        workspace.type({
          personId: textOf(body, 'as'),
          channelId: textOf(body, 'channel'),
          text: textOf(body, 'text'),
        }),
      );
    },

    'POST /demo/press': async (request) => {
      const body = await readBody(request);
      const press = { personId: textOf(body, 'as'), ts: textOf(body, 'ts'), actionId: textOf(body, 'actionId') };
      return answerDelivery(
        workspace.press(body.blockId === undefined ? press : { ...press, blockId: textOf(body, 'blockId') }),
      );
    },

    'POST /demo/faults': async (request) => {
      const body = await readBody(request);
      const id = textOf(body, 'id');
      const wanted = faultSwitches.find((one) => one.id === id);
      if (!wanted) throw new BadInput(`There is no fault switch ${id}.`);
      wanted.set(flagOf(body, 'on'));
      onFaultsMoved();
      return toJson({ id, on: wanted.isOn() });
    },
  };

  return (request, url) => {
    const route = routes[`${request.method} ${url.pathname}`];
    if (route) return route(request, url);
    const fileId = request.method === 'GET' ? /^\/demo\/files\/(\w+)$/.exec(url.pathname)?.[1] : undefined;
    const download = fileId === undefined ? undefined : findDownload(workspace, fileId);
    return download ?? toRefusal(404, 'There is nothing here.');
  };
}

/** The workspace throws when the person can't do that at all: no such button, not in the channel. An app that fails is an answer. */
async function answerDelivery(delivery: Promise<Delivery>): Promise<Answer> {
  try {
    return toJson(await delivery);
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
