import type { ProxySettings } from '../config/proxy.ts';
import type { OwnsWatch } from '../digests/watches/owns-watch.ts';
import type { Authorize } from '../followstats/access/authorize.ts';
import type { ExportChanges } from '../followstats/changes/export-changes.ts';
import { type OnCommandEnded, withCommandEnds } from '../followstats/commands/command-ends.ts';
import type { ExpiringValues } from '../followstats/expiring-values.ts';
import type { ExportHistory } from '../followstats/history/export-history.ts';
import type { Timers } from '../timers.ts';
import { createWriteChangesFile } from './changes/write-changes-file.ts';
import type { OnRequest } from './connection/before-acknowledgement.ts';
import { createSlackConnection, type SlackConnection, type SlackMode } from './connection/bolt.ts';
import type { ClaimRequest } from './connection/claim-requests.ts';
import type { OwedAnswers } from './connection/owed-answers.ts';
import { createOpenAsk } from './controls/open-ask.ts';
import { ADMISSION, createAdmission } from './conversation/admission.ts';
import { createAuthorizeInForm } from './conversation/authorize-in-form.ts';
import { createButtonValues } from './conversation/button-values.ts';
import { createConversation } from './conversation/conversation.ts';
import { createDeliverAnswer, createPrepareReply } from './conversation/deliver-answer.ts';
import { createRender } from './conversation/render.ts';
import { createTellInterrupted } from './conversation/tell-interrupted.ts';
import { createEnterForm } from './digests/enter-form.ts';
import { createOpenDigestForm } from './digests/open-digest-form.ts';
import { createClaimHistory } from './history/claim-history.ts';
import { createWriteHistoryFile } from './history/write-history-file.ts';
import type { HomeTabs } from './home/home-tabs.ts';
import { createLookUpFromHome } from './home/look-up-from-home.ts';
import { createShowAnswer } from './home/show-answer.ts';
import { createShareOnce } from './lookups/share-once.ts';
import { type RegisterOptions, register } from './register.ts';
import { createOpenRelations } from './relations/open-relations.ts';
import { createOpenView, createPushView } from './sending/open-view.ts';
import type { PostJson } from './sending/post-json.ts';
import { createPostShared } from './sending/post-shared.ts';
import { createRecipients } from './sending/recipient.ts';
import { createUnhandled } from './unhandled.ts';
import { createEnterWatchForm } from './watches/enter-watch-form.ts';
import { createNeededInWatchForm } from './watches/needed-in-watch-form.ts';
import { createOpenWatchForm } from './watches/open-watch-form.ts';
import type { BoltLogger } from './web-api/bolt-logger.ts';
import type { SlackDirectory } from './web-api/directory.ts';
import type { Identity } from './web-api/web-api.ts';
import { createWorkTurns } from './work-turns.ts';

/** Made here, for all listeners. */
type Made =
  | ('converse' | 'prepareReply' | 'deliverAnswer' | 'recipientOf' | 'buttonValues' | 'shareOnce')
  | ('enterForm' | 'forms' | 'postShared' | 'enterWatchForm' | 'openWatchForm' | 'pushWatchForm' | 'openRelations')
  | (
      | 'openAsk'
      | 'neededInWatchForm'
      | 'authorizeInForm'
      | 'uncounted'
      | 'claimHistory'
      | 'lookUpFromHome'
      | 'showAnswer'
      | 'writeHistoryFile'
      | 'writeChangesFile'
    );

interface Options extends Omit<RegisterOptions, Made> {
  readonly mode: SlackMode;
  readonly botToken: string;
  readonly apiUrl: string | undefined;
  readonly proxy?: ProxySettings | undefined;
  readonly identity: Identity;
  /** For invocations, which take note of their ends themselves. */
  readonly authorize: Authorize;
  /** Takes each command when it has ended; absent: nothing is counted. */
  readonly onCommandEnded?: OnCommandEnded | undefined;
  readonly onRequest?: OnRequest | undefined;
  readonly mayPointTo: Parameters<typeof createEnterForm>[0]['mayPointTo'];
  readonly ownsWatch: OwnsWatch;
  readonly directory: SlackDirectory;
  readonly answer: Parameters<typeof createConversation>[0]['answer'];
  /** Keeps what buttons need, for every replica. */
  readonly values: ExpiringValues;
  /** Writes to the audit. */
  readonly record: Parameters<typeof createConversation>[0]['record'];
  readonly exportHistory: ExportHistory;
  readonly exportChanges: ExportChanges;
  /** How old a count may be, milliseconds; help says it. */
  readonly cacheMs: number;
  readonly progressAfterMs: number;
  readonly claimRequest: ClaimRequest;
  readonly owedAnswers: OwedAnswers;
  /** How often it is looked for people whose requests were interrupted, milliseconds. */
  readonly interruptedWatchedMs: number | undefined;
  readonly homeTabs: HomeTabs;
  readonly fetch: typeof globalThis.fetch;
  /** To response URLs. */
  readonly postJson: PostJson;
  /** As `createButtonValues` has it. */
  readonly gatheredMs: number | undefined;
  readonly timers: Timers;
  readonly logger: BoltLogger;
}

/** Makes the app's end of Slack with all its listeners; nothing is connected before `start`. */
export function composeSlack(given: Options): SlackConnection {
  const { answer, values, record, exportHistory, exportChanges, cacheMs, progressAfterMs, logger, ...more } = given;
  const { onCommandEnded } = more;
  const options = { ...more, authorize: withCommandEnds(more.authorize, onCommandEnded, more.now) };
  const { web, posting, directory, maxAccounts, timeLimitMs, log, now, postJson, timers } = options;
  const recipientOf = createRecipients({
    ...{ web, posting, log, now, postJson, timers },
    readerOf: directory.reader,
    tellInHome: options.homeTabs.tell,
  });
  const buttonValues = createButtonValues({
    values,
    gatheredMs: given.gatheredMs,
    onLost: (error) =>
      log.warn({ err: error }, 'an answer goes without its buttons: the store did not keep its question'),
  });
  const turns = createWorkTurns();
  const render = createRender({ maxAccounts, cacheSeconds: cacheMs / 1000 });
  const admission = createAdmission({ ...ADMISSION, delayMs: turns.delayMs, timeLimitMs });
  const converse = createConversation({
    ...{ answer, directory, admission, record, onCommandEnded, log, now, progressAfterMs, timeLimitMs },
  });
  const prepareReply = createPrepareReply({ render, buttonValues, turns, log });
  const deliverAnswer = createDeliverAnswer(prepareReply);
  const neededInWatchForm = createNeededInWatchForm(options.ownsWatch);
  const watchForm = { converse, deliverAnswer, web, directory, recipientOf, log };
  const openWatchForm = createOpenWatchForm({ ...watchForm, openView: createOpenView(web) });
  const openDigestForm = createOpenDigestForm({ converse, deliverAnswer, web, directory, recipientOf, log, now });
  const authorizeInForm = createAuthorizeInForm(options);
  const openRelations = createOpenRelations({ ...options, authorizeInForm, converse, prepareReply, recipientOf });
  const openList = openRelations.forCommand;
  const { takeStale, lookAgainMs, drop } = options.owedAnswers;
  const everyMs = options.interruptedWatchedMs;
  const interrupted = createTellInterrupted({
    ...{ takeStale, lookAgainMs, drop },
    recipientOf,
    directory,
    log,
    timers,
    everyMs,
  });
  const connection = createSlackConnection({
    ...{ ...options, logger, turns },
    unhandled: createUnhandled({ recipientOf, web, directory, log }),
  });
  register(connection.app, {
    ...options,
    enterForm: createEnterForm({ authorize: options.authorize, mayPointTo: options.mayPointTo, log }),
    converse,
    prepareReply,
    deliverAnswer,
    forms: {
      ...{ 'digest-new': openDigestForm, 'digest-edit': openDigestForm },
      ...{ 'watch-new': openWatchForm, 'watch-edit': openWatchForm },
      ...{ fans: openList, following: openList, mutual: openList },
    },
    neededInWatchForm,
    enterWatchForm: createEnterWatchForm({ ...options, neededInWatchForm }),
    openWatchForm,
    pushWatchForm: createOpenWatchForm({ ...watchForm, openView: createPushView(web) }),
    openRelations,
    openAsk: createOpenAsk({ authorize: options.authorize, web, directory, recipientOf, log }),
    authorizeInForm,
    uncounted: { authorize: more.authorize, authorizeInForm: createAuthorizeInForm(more) },
    lookUpFromHome: createLookUpFromHome({ ...options, converse, prepareReply, recipientOf }),
    showAnswer: createShowAnswer({ converse, prepareReply, recipientOf, web, directory, log }),
    recipientOf,
    buttonValues,
    writeHistoryFile: createWriteHistoryFile(exportHistory),
    writeChangesFile: createWriteChangesFile({ exportChanges, readNames: options.readNames, now }),
    claimHistory: createClaimHistory(values),
    shareOnce: createShareOnce(values),
    postShared: createPostShared({ posting, readerOf: directory.reader, log }),
  });
  return {
    ...connection,
    async start() {
      await connection.start();
      interrupted.start();
    },
    async drain() {
      await connection.drain();
      await interrupted.stop();
    },
  };
}
