import type { JsonObject } from '../json-values.ts';
import { type Asked, interactionFields, type PayloadContext, suggestionFields } from '../messages/payloads.ts';
import type { Person, View } from '../types.ts';
import { toWireView } from './wire-view.ts';

interface Deed {
  readonly person: Person;
  readonly view: View;
}

/** Something was done with an element of a modal or a Home tab. */
export function toViewActionPayload(
  context: PayloadContext,
  { person, view, triggerId, action }: Deed & { readonly triggerId: string; readonly action: JsonObject },
): JsonObject {
  return {
    type: 'block_actions',
    ...interactionFields(context, { person, triggerId }),
    container: { type: 'view', view_id: view.id },
    view: toWire(context, view),
    actions: [action],
  };
}

/** Something was typed into an external select of a view: which options does the app offer? */
export function toViewSuggestionPayload(context: PayloadContext, { person, view, ...asked }: Deed & Asked): JsonObject {
  return {
    ...suggestionFields(asked),
    ...interactionFields(context, { person }),
    container: { type: 'view', view_id: view.id },
    view: toWire(context, view),
  };
}

/** `responseUrls`: one for each conversation chosen in an element with `response_url_enabled`. */
export function toSubmissionPayload(
  context: PayloadContext,
  {
    person,
    view,
    triggerId,
    responseUrls,
  }: Deed & { readonly triggerId: string; readonly responseUrls: readonly JsonObject[] },
): JsonObject {
  return {
    type: 'view_submission',
    ...interactionFields(context, { person, triggerId }),
    view: toWire(context, view),
    response_urls: responseUrls,
  };
}

/** `isCleared`: all open modals were closed, and not only this view. */
export function toClosedPayload(
  context: PayloadContext,
  { person, view, isCleared }: Deed & { readonly isCleared: boolean },
): JsonObject {
  return {
    type: 'view_closed',
    ...interactionFields(context, { person }),
    view: toWire(context, view),
    is_cleared: isCleared,
  };
}

/** The Home or the Messages tab of the app was opened; `view` is what the Home tab showed then. */
export function toHomeOpenedPayload(
  { app, directory, verificationToken }: PayloadContext,
  opened: {
    readonly person: Person;
    readonly tab: 'home' | 'messages';
    readonly channelId: string;
    readonly view: View | undefined;
    readonly eventId: string;
    readonly at: string;
  },
): JsonObject {
  const { person, tab, channelId, view, eventId, at } = opened;
  const { team } = directory;
  return {
    token: verificationToken,
    team_id: team.id,
    api_app_id: app.id,
    event: {
      type: 'app_home_opened',
      user: person.id,
      channel: channelId,
      tab,
      event_ts: at,
      ...(view && { view: toWireView(view, app, team.id) }),
    },
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(Number(at)),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
}

function toWire({ app, directory }: PayloadContext, view: View): JsonObject {
  return toWireView(view, app, directory.team.id);
}
