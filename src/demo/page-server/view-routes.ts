import type { View } from '../slack/types.ts';
import type { Workspace } from '../slack/workspace-types.ts';
import { answerOutcome } from './answer.ts';
import { elementOf, flagOf, inputOf, readBody, textOf } from './read-body.ts';
import type { Route } from './routes.ts';

/** What the page does with modals and the Home tab. */
export function createViewRoutes(workspace: Workspace): Readonly<Record<string, Route>> {
  return {
    'POST /demo/view/fill': async (request) => {
      const body = await readBody(request);
      return answerOutcome(() =>
        workspace.fillIn({
          ...whereOf(body),
          blockId: textOf(body, 'blockId'),
          values: { [textOf(body, 'actionId')]: inputOf(body, 'value') },
          pressEnter: flagOf(body, 'pressEnter'),
        }),
      );
    },
    'POST /demo/view/press': async (request) => {
      const body = await readBody(request);
      return answerOutcome(() => workspace.pressInView({ ...whereOf(body), ...elementOf(body) }));
    },
    'POST /demo/view/choose': async (request) => {
      const body = await readBody(request);
      return answerOutcome(() =>
        workspace.chooseInView({ ...whereOf(body), ...elementOf(body), value: textOf(body, 'value') }),
      );
    },
    'POST /demo/view/submit': async (request) => {
      const body = await readBody(request);
      return answerOutcome(async () => workspace.submitModal(textOf(body, 'as')));
    },
    'POST /demo/view/close': async (request) => {
      const body = await readBody(request);
      return answerOutcome(async () =>
        workspace.closeModal({ personId: textOf(body, 'as'), all: flagOf(body, 'all') }),
      );
    },
    'POST /demo/home': async (request) => {
      const body = await readBody(request);
      const tab = body.tab === 'messages' ? 'messages' : 'home';
      return answerOutcome(async () => workspace.openHome(textOf(body, 'as'), tab));
    },
  };
}

/** Of whom, and whether in a modal or the Home tab. */
export function whereOf(body: Readonly<Record<string, unknown>>): {
  readonly personId: string;
  readonly surface: View['surface'];
} {
  return { personId: textOf(body, 'as'), surface: body.surface === 'home' ? 'home' : 'modal' };
}
