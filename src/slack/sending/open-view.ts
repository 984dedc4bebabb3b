import { randomUUID } from 'node:crypto';
import { isSlackError, platformError, reasonOf, type WebClient } from '../web-api/web-api.ts';
import type { ViewId } from './reply-to.ts';

type View = Parameters<WebClient['views']['open']>[0]['view'];

/**
 * Opens a view for a trigger, which Slack takes for three seconds only, and once: what the view waits for must not take long.
 * @returns the view, or Slack's reason; rejects with what is no error of Slack's
 */
export type OpenView = (
  triggerId: string,
  view: View | Promise<View>,
) => Promise<{ readonly viewId: ViewId } | { readonly code: string }>;

/** What Slack says when the client asks again, after an answer was lost, with a trigger or a name that it has taken already. */
const TAKEN: ReadonlySet<string | undefined> = new Set(['exchanged_trigger_id', 'duplicate_external_id']);

/** Makes an `OpenView`. A view may be open although the answer to opening it was lost: it is found again by a name of its own. */
export function createOpenView(web: WebClient): OpenView {
  return createOpening(web, (args) => web.views.open(args));
}

/** The same for a view above the one in which something was pressed: closing it leads back to that. */
export function createPushView(web: WebClient): OpenView {
  return createOpening(web, (args) => web.views.push(args));
}

type Open = (args: { readonly trigger_id: string; readonly view: View }) => ReturnType<WebClient['views']['open']>;

function createOpening(web: WebClient, open: Open): OpenView {
  async function find(view: View & { readonly external_id: string }): Promise<ViewId | undefined> {
    try {
      // Only of a view that is open Slack takes a change.
      return (await web.views.update({ external_id: view.external_id, view })).view?.id;
    } catch (error) {
      if (!isSlackError(error)) throw error;
      return undefined;
    }
  }

  return async (triggerId, view) => {
    const named = { ...(await view), external_id: randomUUID() };
    try {
      const { view: opened } = await open({ trigger_id: triggerId, view: named });
      return opened?.id ? { viewId: opened.id } : { code: 'no_view' };
    } catch (error) {
      if (!isSlackError(error)) throw error;
      const viewId = mayBeOpen(error) ? await find(named) : undefined;
      return viewId === undefined ? { code: reasonOf(error) } : { viewId };
    }
  };
}

function mayBeOpen(error: Error): boolean {
  const code = platformError(error);
  return code === undefined ? reasonOf(error) !== 'ratelimited' : TAKEN.has(code);
}
