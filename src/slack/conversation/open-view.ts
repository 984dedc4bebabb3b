import { randomUUID } from 'node:crypto';
import { isSlackError, platformError, reasonOf, type WebClient } from '../web-api/web-api.ts';

/** What Slack says when the client asks again, after an answer was lost, with a trigger or a name that it has taken already. */
const TAKEN: ReadonlySet<string | undefined> = new Set(['exchanged_trigger_id', 'duplicate_external_id']);

type View = Parameters<WebClient['views']['open']>[0]['view'];

/**
 * Opens a view for a trigger, which Slack takes for three seconds: what the view waits for must not take long.
 * @returns the view's id, or why there is none. Rejects with what is no error of Slack's
 */
export type OpenView = (
  triggerId: string,
  view: View | Promise<View>,
) => Promise<{ readonly viewId: string } | { readonly code: string }>;

/** @param web repeats calls whose answer was lost */
export function createOpenView(web: WebClient): OpenView {
  /** Slack may have opened it although its answer was lost: only then it takes a change of it. */
  async function findOpened(view: View & { readonly external_id: string }): Promise<string | undefined> {
    try {
      const shown = await web.views.update({ external_id: view.external_id, view });
      return shown.view?.id;
    } catch (error) {
      if (!isSlackError(error)) throw error;
      return undefined;
    }
  }

  return async (triggerId, given) => {
    const placeholder = { ...(await given), external_id: randomUUID() };
    try {
      const { view } = await web.views.open({ trigger_id: triggerId, view: placeholder });
      return view?.id ? { viewId: view.id } : { code: 'no-view' };
    } catch (error) {
      if (!isSlackError(error)) throw error;
      const viewId = mayBeOpen(error) ? await findOpened(placeholder) : undefined;
      return viewId === undefined ? { code: reasonOf(error) } : { viewId };
    }
  };
}

/** Whether a view may be open although opening it failed. */
function mayBeOpen(error: Error): boolean {
  const code = platformError(error);
  return code === undefined ? reasonOf(error) !== 'ratelimited' : TAKEN.has(code);
}
