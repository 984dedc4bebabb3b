import { type AppLink, toDelivery } from '../delivery/delivery.ts';
import type { ResponseUrls } from '../http/response-urls.ts';
import { type JsonObject, textOf } from '../json-values.ts';
import { toChoiceAction, toPressAction } from '../messages/actions.ts';
import { findElement, listActionIds, PRESSABLE } from '../messages/find-element.ts';
import { createTimestamps } from '../messages/message-ts.ts';
import type { PayloadContext } from '../messages/payloads.ts';
import { randomId } from '../random-id.ts';
import type { Triggers } from '../triggers.ts';
import type { Delivery, View } from '../types.ts';
import { choosableIn } from '../views/choosable.ts';
import type { Offers } from '../views/suggestions.ts';
import { dispatches, findField, listFields } from '../views/view-fields.ts';
import { checkForm } from '../views/view-form.ts';
import { toClosedPayload, toHomeOpenedPayload, toSubmissionPayload } from '../views/view-payloads.ts';
import { obeySubmission } from '../views/view-response.ts';
import { toValue, withValue } from '../views/view-values.ts';
import type { Views } from '../views/views.ts';
import type { Workspace } from '../workspace-types.ts';
import type { Interactions } from './interactions.ts';
import type { Sights } from './sights.ts';

interface Options extends PayloadContext {
  readonly views: Views;
  readonly sights: Sights;
  readonly interactions: Interactions;
  readonly offers: Offers;
  readonly link: AppLink;
  readonly responseUrls: ResponseUrls;
  readonly triggers: Triggers;
  readonly now: () => number;
}

/** What people do with modals and the Home tab: each as in `Workspace`. */
export type ViewActions = Pick<Workspace, 'fillIn' | 'pressInView' | 'submitModal' | 'closeModal' | 'openHome'>;

export function createViewActions(options: Options): ViewActions {
  const { app, directory, views, sights, interactions, offers, link, responseUrls, triggers } = options;
  const nextTs = createTimestamps(options.now);

  return {
    fillIn: async ({ personId, surface = 'modal', blockId, values, pressEnter = true }) => {
      const { person, view } = sights.view(personId, surface);
      const sent: Promise<Delivery>[] = [];
      // All of it is read before any is kept: a value that can't be given leaves the form as it was.
      const filled = Object.entries(values).map(([actionId, input]) => {
        const field = findField(listFields(view.blocks), actionId, blockId);
        const offered = offers.of({ personId, surfaceId: view.id, field });
        const choosable = choosableIn(field, directory, { personId, offered, values: view.values });
        return { field, value: toValue(field, input, choosable) };
      });
      for (const { field, value } of filled) {
        const current = views.find(view.id);
        if (!current) break;
        const errors = Object.fromEntries(Object.entries(current.errors).filter(([id]) => id !== field.blockId));
        views.amend(view.id, { values: withValue(current.values, field, value), errors });
        const amended = views.find(view.id);
        if (amended && dispatches(field, pressEnter)) {
          const { type: _, ...held } = value;
          sent.push(interactions.inView({ person, view: amended, action: toChoiceAction(field, held, nextTs()) }));
        }
      }
      return Promise.all(sent);
    },

    pressInView: ({ personId, surface = 'modal', actionId, blockId }) => {
      const { person, view } = sights.view(personId, surface);
      const found = findElement(view.blocks, PRESSABLE, actionId, blockId);
      if (!found) {
        const there = listActionIds(view.blocks, PRESSABLE).join(', ');
        throw new Error(`The view has no button ${actionId}, but: ${there}`);
      }
      return interactions.inView({ person, view, action: toPressAction(found, nextTs()) });
    },

    submitModal: async (personId) => {
      const { person, view } = sights.view(personId, 'modal');
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
      const { person, view } = sights.view(personId, 'modal');
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

function responseUrlsOf(view: View, issue: (channelId: string) => string): readonly JsonObject[] {
  return listFields(view.blocks).flatMap(({ blockId, actionId, element }) => {
    const value = view.values[blockId]?.[actionId] ?? {};
    const channelId = textOf(value, 'selected_conversation') || textOf(value, 'selected_channel');
    return element.response_url_enabled === true && channelId !== ''
      ? [{ block_id: blockId, action_id: actionId, channel_id: channelId, response_url: issue(channelId) }]
      : [];
  });
}
