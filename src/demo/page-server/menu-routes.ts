import type { Workspace } from '../slack/workspace-types.ts';
import { answerOutcome } from './answer.ts';
import { BadInput } from './bad-input.ts';
import { elementOf, inputOf, optionalTextOf, readBody, textOf } from './read-body.ts';
import type { Route } from './routes.ts';
import { whereOf } from './view-routes.ts';

/** What the page does with the menus of messages, and with external selects anywhere. */
export function createMenuRoutes(workspace: Workspace): Readonly<Record<string, Route>> {
  return {
    'POST /demo/choose': async (request) => {
      const body = await readBody(request);
      const place = { personId: textOf(body, 'as'), ts: textOf(body, 'ts') };
      return answerOutcome(() => workspace.choose({ ...place, ...elementOf(body), value: inputOf(body, 'value') }));
    },
    'POST /demo/suggest': async (request) => {
      const body = await readBody(request);
      const { text } = body;
      if (typeof text !== 'string') throw new BadInput('"text" must be a text.');
      const ts = optionalTextOf(body, 'ts');
      const place = { ...whereOf(body), ...elementOf(body), ...(ts !== undefined && { ts }) };
      return answerOutcome(() => workspace.suggest({ ...place, text }));
    },
  };
}
