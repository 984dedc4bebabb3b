import { type AppLink, toDelivery } from '../delivery/delivery.ts';
import type { ResponseUrls } from '../http/response-urls.ts';
import { type JsonObject, textOf } from '../json-values.ts';
import { findButton, listActionIds } from '../messages/find-button.ts';
import { createTimestamps } from '../messages/message-ts.ts';
import { type PayloadContext, toAction } from '../messages/payloads.ts';
import { randomId } from '../random-id.ts';
import type { Triggers } from '../triggers.ts';
import type { Delivery, Person, View } from '../types.ts';
import { choosableFor } from '../views/choosable.ts';
import { dispatches, type Field, listFields } from '../views/view-fields.ts';
import { checkForm } from '../views/view-form.ts';
import {
  toClosedPayload,
  toFieldAction,
  toHomeOpenedPayload,
  toSubmissionPayload,
  toViewActionPayload,
} from '../views/view-payloads.ts';
import { obeySubmission } from '../views/view-response.ts';
import { toValue, withValue } from '../views/view-values.ts';
import type { Views } from '../views/views.ts';
import type { Workspace } from '../workspace-types.ts';

interface Options extends PayloadContext {
  readonly views: Views;
  readonly link: AppLink;
  readonly responseUrls: ResponseUrls;
  readonly triggers: Triggers;
  readonly now: () => number;
}

/** What people do with modals and the Home tab: each as in `Workspace`. */
export type ViewActions = Pick<Workspace, 'fillIn' | 'pressInView' | 'submitModal' | 'closeModal' | 'openHome'>;

export function createViewActions(options: Options): ViewActions {
  const { app, directory, views, link, responseUrls, triggers } = options;
  const nextTs = createTimestamps(options.now);

  const shown = (personId: string, surface: View['surface']): { readonly person: Person; readonly view: View } => {
    const person = directory.person(personId);
    const view = views.shown(personId, surface);
    if (!person || !view) throw new Error(`${personId} has no ${surface === 'home' ? 'Home tab' : 'modal'} open`);
    return { person, view };
  };

  const tell = async (person: Person, view: View, action: JsonObject): Promise<Delivery> => {
    const triggerId = triggers.issue(person.id, { viewId: view.id });
    const payload = toViewActionPayload(options, { person, view, triggerId, action });
    return toDelivery('block_actions', await link.send({ type: 'interactive', payload }));
  };

  return {
    fillIn: async ({ personId, surface = 'modal', blockId, values, pressEnter = true }) => {
      const { person, view } = shown(personId, surface);
      const sent: Promise<Delivery>[] = [];
      // All of it is read before any is kept: a value that can't be given leaves the form as it was.
      const filled = Object.entries(values).map(([actionId, input]) => {
        const field = findField(view, actionId, blockId);
        return { field, value: toValue(field, input, choosableFor(directory, personId)) };
      });
      for (const { field, value } of filled) {
        const current = views.find(view.id);
        if (!current) break;
        const errors = Object.fromEntries(Object.entries(current.errors).filter(([id]) => id !== field.blockId));
        views.amend(view.id, { values: withValue(current.values, field, value), errors });
        const amended = views.find(view.id);
        if (amended && dispatches(field, pressEnter)) {
          sent.push(tell(person, amended, toFieldAction(field, value, nextTs())));
        }
      }
      return Promise.all(sent);
    },

    pressInView: ({ personId, surface = 'modal', actionId, blockId }) => {
      const { person, view } = shown(personId, surface);
      const found = findButton(view.blocks, actionId, blockId);
      if (!found) throw new Error(`The view has no button ${actionId}, but: ${listActionIds(view.blocks).join(', ')}`);
      return tell(person, view, toAction(found, nextTs()));
    },

    submitModal: async (personId) => {
      const { person, view } = shown(personId, 'modal');
      if (view.submit === undefined) throw new Error(`The modal "${view.title}" has nothing to submit`);
      const errors = checkForm(view.blocks, view.values);
      views.amend(view.id, { errors });
      if (Object.keys(errors).length > 0) {
        return { kind: 'view_submission', status: 0, body: '', ackMs: 0, error: 'form_incomplete' };
      }

      const payload = toSubmissionPayload(options, {
        person,
        view,
        triggerId: triggers.issue(personId, { viewId: view.id }),
        responseUrls: responseUrlsOf(view, (channelId) => responseUrls.issue({ personId, channelId })),
      });
      const acknowledgement = await link.send({ type: 'interactive', payload });
      const error = acknowledgement.error ?? obeySubmission(views, view, acknowledgement);
      return toDelivery('view_submission', { ...acknowledgement, error });
    },

    closeModal: async ({ personId, all = false }) => {
      const { person, view } = shown(personId, 'modal');
      const isCleared = all || view.clearOnClose;
      const [root = view] = views.stackOf(personId);
      const closed = views.close(isCleared ? root.id : view.id).filter(({ notifyOnClose }) => notifyOnClose);
      return Promise.all(
        closed.map(async (one) => {
          const payload = toClosedPayload(options, { person, view: one, isCleared });
          return toDelivery('view_closed', await link.send({ type: 'interactive', payload }));
        }),
      );
    },

    openHome: async (personId, tab = 'home') => {
      const person = directory.person(personId);
      if (!person) throw new Error(`There is no person ${personId}`);
      if (!app.events.has('app_home_opened')) return undefined;
      const payload = toHomeOpenedPayload(options, {
        person,
        tab,
        channelId: directory.openDirectMessage(personId).channel.id,
        view: tab === 'home' ? views.shown(personId, 'home') : undefined,
        eventId: randomId('Ev', 9),
        at: nextTs(),
      });
      return toDelivery('event', await link.send({ type: 'events_api', payload }));
    },
  };
}

function findField(view: View, actionId: string, blockId: string | undefined): Field {
  const fields = listFields(view.blocks).filter((field) => blockId === undefined || field.blockId === blockId);
  const [field, ...more] = fields.filter((one) => one.actionId === actionId);
  if (!field) {
    throw new Error(`The view has no field ${actionId}, but: ${fields.map((one) => one.actionId).join(', ')}`);
  }
  if (more.length > 0) throw new Error(`The view has several fields ${actionId}: name the block, too`);
  return field;
}

function responseUrlsOf(view: View, issue: (channelId: string) => string): readonly JsonObject[] {
  return listFields(view.blocks).flatMap(({ blockId, actionId, element }) => {
    const value = view.values[blockId]?.[actionId] ?? {};
    const channelId = textOf(value, 'selected_conversation') || textOf(value, 'selected_channel');
    return element.response_url_enabled === true && channelId !== ''
      ? [{ block_id: blockId, action_id: actionId, channel_id: channelId, response_url: issue(channelId) }]
      : [];
  });
}
