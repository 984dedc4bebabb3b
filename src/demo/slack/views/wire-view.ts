import type { JsonObject } from '../json-values.ts';
import type { View } from '../types.ts';

/** A view as payloads and answers hold it. */
export function toWireView(
  view: View,
  app: { readonly id: string; readonly botId: string },
  teamId: string,
): JsonObject {
  const plain = (text: string | undefined): JsonObject | null =>
    text === undefined ? null : { type: 'plain_text', text, emoji: true };
  return {
    id: view.id,
    team_id: teamId,
    type: view.surface,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    external_id: view.externalId,
    state: { values: view.values },
    hash: view.hash,
    title: plain(view.title || 'View Title'),
    submit: plain(view.submit),
    close: plain(view.close),
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    submit_disabled: false,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
    app_id: app.id,
    app_installed_team_id: teamId,
    bot_id: app.botId,
  };
}
