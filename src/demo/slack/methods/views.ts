import { ApiError } from '../api-error.ts';
import type { Directory } from '../directory.ts';
import type { InstalledApp } from '../installed-app.ts';
import { type JsonObject, textOf } from '../json-values.ts';
import type { Triggers } from '../triggers.ts';
import type { View } from '../types.ts';
import type { Views } from '../views/views.ts';
import { toWireView } from '../views/wire-view.ts';
import type { MethodFamily } from './method.ts';

interface Options {
  readonly app: InstalledApp;
  readonly directory: Directory;
  readonly views: Views;
  readonly triggers: Triggers;
}

/** `views.open`, `views.push`, `views.update` and `views.publish`. None needs a scope. */
export function createViewMethods({ app, directory, views, triggers }: Options): MethodFamily {
  const answer = (view: View): JsonObject => ({ view: toWireView(view, app, directory.team.id) });
  const method = (run: (args: JsonObject) => JsonObject): MethodFamily[string] => ({ token: 'bot', scopes: [], run });

  return {
    // Slack doesn't say whether a rejected view uses the trigger up; here it does, the stricter reading.
    'views.open': method((args) => answer(views.open(args.view, triggers.exchange(triggerOf(args))))),
    'views.push': method((args) => {
      const { personId, viewId } = triggers.exchange(triggerOf(args));
      // Only what was done inside an open modal can put another on top of it.
      if (viewId === undefined || views.find(viewId)?.surface !== 'modal') throw new ApiError('invalid_trigger_id');
      return answer(views.push(args.view, personId));
    }),
    'views.update': method((args) => {
      const externalId = textOf(args, 'external_id');
      const id = textOf(args, 'view_id') || views.byExternalId(externalId)?.id;
      if (id === undefined) throw new ApiError(externalId === '' ? 'invalid_arguments' : 'not_found');
      return answer(views.update(id, args.view, textOf(args, 'hash')));
    }),
    'views.publish': method((args) => {
      const personId = textOf(args, 'user_id');
      if (!app.hasHomeTab) throw new ApiError('not_enabled');
      if (!directory.person(personId)) throw new ApiError('invalid_arguments');
      return answer(views.publish(args.view, personId, textOf(args, 'hash')));
    }),
  };
}

function triggerOf(args: JsonObject): string {
  return textOf(args, 'trigger_id') || textOf(args, 'interactivity_pointer');
}
