import type { App } from '@slack/bolt';
import type { ResolveUnknown } from '../digests/delivery/resolve-unknown.ts';
import type { Digest } from '../digests/types.ts';
import type { Watch } from '../digests/watches/types.ts';
import type { Authorize } from '../followstats/access/authorize.ts';
import type { Logger } from '../logger.ts';
import { unknownAnsweredReply } from './blocks/digests/digest-notices.ts';
import { unknownAnsweredReply as alertAnsweredReply } from './blocks/watches/watch-notices.ts';
import { createOnChanges } from './changes/on-changes.ts';
import { createOnChangesCsv } from './changes/on-changes-csv.ts';
import { createOnAskSubmit } from './controls/on-ask-submit.ts';
import { createOnCommandControl } from './controls/on-command-control.ts';
import type { AuthorizeInForm } from './conversation/authorize-in-form.ts';
import { type ControlArgs, isInHome } from './conversation/clicker.ts';
import { createOnDeliveryConfirmed } from './digests/on-delivery-confirmed.ts';
import { createOnDigestCsv } from './digests/on-digest-csv.ts';
import { createOnFormChange } from './digests/on-form-change.ts';
import { createOnFormOptions } from './digests/on-form-options.ts';
import { createOnFormPreview } from './digests/on-form-preview.ts';
import { createOnFormSubmit } from './digests/on-form-submit.ts';
import { createOnHistory } from './history/on-history.ts';
import { createOnHistoryCsv } from './history/on-history-csv.ts';
import { createOnHistorySend } from './history/on-history-send.ts';
import { createOnHomeControl } from './home/on-home-control.ts';
import { createOnHomeLookUp } from './home/on-home-look-up.ts';
import { createOnHomeOpened } from './home/on-home-opened.ts';
import { createOnHomePage } from './home/on-home-page.ts';
import { createReadButtonClick } from './lookups/button-click.ts';
import { createOnAccountSearch } from './lookups/on-account-search.ts';
import { createOnCommand } from './lookups/on-command.ts';
import { createOnCsv } from './lookups/on-csv.ts';
import { createOnOpenAccount } from './lookups/on-open-account.ts';
import { createOnRefresh } from './lookups/on-refresh.ts';
import { createOnShare } from './lookups/on-share.ts';
import { createOnShortcut } from './lookups/on-shortcut.ts';
import { ACTIONS, COMMAND, EVENTS, SHORTCUTS, VIEWS } from './names.ts';
import { createOnRelations } from './relations/on-relations.ts';
import { createOnRelationsCancel } from './relations/on-relations-cancel.ts';
import { createOnRelationsCsv } from './relations/on-relations-csv.ts';
import { createOnRelationsPage } from './relations/on-relations-page.ts';
import type { NeededInWatchForm } from './watches/needed-in-watch-form.ts';
import { createOnWatchAccount } from './watches/on-watch-account.ts';
import { createOnWatchFormChange } from './watches/on-watch-form-change.ts';
import { createOnWatchFormSubmit } from './watches/on-watch-form-submit.ts';

/** What the listeners need among them. */
export type RegisterOptions = Parameters<typeof createOnCommand>[0] &
  Parameters<typeof createOnCommandControl>[0] &
  Parameters<typeof createOnAskSubmit>[0] &
  Parameters<typeof createReadButtonClick>[0] &
  Parameters<typeof createOnOpenAccount>[0] &
  Parameters<typeof createOnHistory>[0] &
  Parameters<typeof createOnHistorySend>[0] &
  Parameters<typeof createOnChanges>[0] &
  Omit<Parameters<typeof createOnChangesCsv>[0], 'readButtonClick'> &
  Omit<Parameters<typeof createOnHistoryCsv>[0], 'readButtonClick'> &
  Parameters<typeof createOnRelations>[0] &
  Parameters<typeof createOnRelationsPage>[0] &
  Parameters<typeof createOnRelationsCsv>[0] &
  Parameters<typeof createOnRelationsCancel>[0] &
  Parameters<typeof createOnAccountSearch>[0] &
  Omit<Parameters<typeof createOnRefresh>[0], 'readButtonClick'> &
  Parameters<typeof createOnFormChange>[0] &
  Parameters<typeof createOnFormOptions>[0] &
  Parameters<typeof createOnFormPreview>[0] &
  Parameters<typeof createOnFormSubmit>[0] &
  Omit<Parameters<typeof createOnDeliveryConfirmed<Digest>>[0], 'answeredReply'> &
  Parameters<typeof createOnWatchFormChange>[0] &
  Parameters<typeof createOnWatchFormSubmit>[0] &
  Parameters<typeof createOnWatchAccount>[0] &
  Parameters<typeof createOnDigestCsv>[0] &
  Parameters<typeof createOnHomeOpened>[0] &
  Parameters<typeof createOnHomePage>[0] &
  Parameters<typeof createOnHomeLookUp>[0] &
  Parameters<typeof createOnHomeControl>[0] &
  Omit<Parameters<typeof createOnCsv>[0] & Parameters<typeof createOnShare>[0], 'readButtonClick'> & {
    readonly resolveUnknownAlert: ResolveUnknown<Watch>;
    readonly neededInWatchForm: NeededInWatchForm;
    /** For what is no command, or becomes one that takes note of itself. */
    readonly uncounted: { readonly authorize: Authorize; readonly authorizeInForm: AuthorizeInForm };
    readonly log: Logger;
  };

const { digestLists, digestWhen, digestDays, digestTime, digestCron, digestTimeZone } = ACTIONS;
/** Slack sends no changes of the lists, but a client may: access is decided there as everywhere. */
const FORM_FIELDS = [digestLists, digestWhen, digestDays, digestTime, digestCron, digestTimeZone];

/** Registers every listener of the app, each under its name from `names.ts`. */
export function register(app: App, options: RegisterOptions): void {
  const readButtonClick = createReadButtonClick(options);
  app.command(COMMAND, createOnCommand(options));
  app.shortcut({ callback_id: SHORTCUTS.mentions, type: 'message_action' }, createOnShortcut(options));
  app.action(ACTIONS.refresh, createOnRefresh({ ...options, readButtonClick }));
  app.action(ACTIONS.share, createOnShare({ ...options, readButtonClick }));
  app.action(ACTIONS.csv, createOnCsv({ ...options, readButtonClick }));
  app.action(ACTIONS.openAccount, createOnOpenAccount(options));
  app.action(ACTIONS.history, createOnHistory(options));
  app.action(ACTIONS.historySend, createOnHistorySend(options));
  app.action(ACTIONS.historyCsv, createOnHistoryCsv({ ...options, readButtonClick }));
  app.action(ACTIONS.changes, createOnChanges(options));
  app.action(ACTIONS.changesCsv, createOnChangesCsv({ ...options, readButtonClick }));
  app.action(new RegExp(`^${ACTIONS.relations}:`), createOnRelations(options));
  app.action(new RegExp(`^${ACTIONS.relationsPage}:`), createOnRelationsPage(options));
  app.action(ACTIONS.relationsCsv, createOnRelationsCsv(options));
  app.action(ACTIONS.relationsCancel, createOnRelationsCancel(options));
  app.options(ACTIONS.openAccount, createOnAccountSearch({ ...options, ...options.uncounted }));
  const [onCommandControl, onHomeControl] = [createOnCommandControl(options), createOnHomeControl(options)];
  app.action(new RegExp(`^${ACTIONS.command}:`), (args: ControlArgs) =>
    isInHome(args.body) ? onHomeControl(args) : onCommandControl(args),
  );
  app.event(EVENTS.homeOpened, createOnHomeOpened(options));
  app.action(ACTIONS.homeLookUp, createOnHomeLookUp(options));
  app.action(new RegExp(`^${ACTIONS.homePage}:`), createOnHomePage(options));
  app.view(VIEWS.ask, createOnAskSubmit(options));
  const onFormChange = createOnFormChange(options);
  for (const action of FORM_FIELDS) app.action(action, onFormChange);
  const onFormOptions = createOnFormOptions(options);
  app.options(ACTIONS.digestLists, onFormOptions.lists);
  app.options(ACTIONS.digestTimeZone, onFormOptions.zones);
  app.action(ACTIONS.digestPreview, createOnFormPreview(options));
  app.view(VIEWS.digest, createOnFormSubmit(options));
  const digests = { ...options, answeredReply: unknownAnsweredReply };
  app.action(ACTIONS.digestArrived, createOnDeliveryConfirmed(digests, 'arrived'));
  app.action(ACTIONS.digestAgain, createOnDeliveryConfirmed(digests, 'again'));
  app.action(ACTIONS.digestCsv, createOnDigestCsv(options));
  const watchMenus = { ...options, action: 'watch-form', neededIn: options.neededInWatchForm } as const;
  app.action(ACTIONS.watchKind, createOnWatchFormChange(options));
  app.action(ACTIONS.watchLists, createOnWatchFormChange(options));
  app.options(ACTIONS.watchLists, createOnFormOptions(watchMenus).lists);
  app.view(VIEWS.watch, createOnWatchFormSubmit(options));
  const alerts = { ...options, resolveUnknown: options.resolveUnknownAlert, answeredReply: alertAnsweredReply };
  app.action(ACTIONS.watchArrived, createOnDeliveryConfirmed(alerts, 'arrived'));
  app.action(ACTIONS.watchAgain, createOnDeliveryConfirmed(alerts, 'again'));
  app.action(ACTIONS.watchAccount, createOnWatchAccount({ ...options, ...options.uncounted }));
  // What reaches this is only logged: the reply itself could not be sent.
  app.error(async (error) => options.log.error({ err: error }, 'a request from Slack could not be answered'));
}
