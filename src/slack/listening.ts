import { createAnnounce } from './announce.ts';
import { createRender } from './blocks/answer.ts';
import { createSlackConnection, type SlackConnection, type SlackMode } from './bolt.ts';
import type { BoltLogger } from './bolt-logger.ts';
import type { ClaimRequest } from './claim-requests.ts';
import { createConversation } from './conversation.ts';
import type { SlackDirectory } from './directory.ts';
import { createOpenDigestForm } from './open-digest-form.ts';
import { createQuestionKeeper } from './question-keeper.ts';
import { createRecipients } from './recipient.ts';
import { type RegisterOptions, register } from './register.ts';
import { createUnanswered } from './unanswered.ts';
import type { Identity } from './web.ts';

/** Made here, for all listeners. */
type Made = 'converse' | 'openDigestForm' | 'recipientOf' | 'keeper' | 'announce';

interface Options extends Omit<RegisterOptions, Made> {
  readonly mode: SlackMode;
  readonly botToken: string;
  readonly apiUrl: string | undefined;
  readonly identity: Identity;
  readonly directory: SlackDirectory;
  readonly answer: Parameters<typeof createConversation>[0]['answer'];
  /** How old a count may be, milliseconds; help tells it. */
  readonly cacheMs: number;
  readonly progressAfterMs: number;
  readonly claimRequest: ClaimRequest;
  readonly logger: BoltLogger;
}

/** The app's end of Slack with all its listeners; nothing is connected before `start`. */
export function createListening({ answer, cacheMs, progressAfterMs, logger, ...options }: Options): SlackConnection {
  const { web, posting, directory, maxAccounts, log, now } = options;
  const recipientOf = createRecipients({ web, fetch: globalThis.fetch, log });
  const keeper = createQuestionKeeper();
  const render = createRender({ maxAccounts, cacheSeconds: cacheMs / 1000 });
  const converse = createConversation({ answer, render, directory, keeper, recipientOf, log, now, progressAfterMs });
  const connection = createSlackConnection({
    ...options,
    logger,
    unanswered: createUnanswered({ recipientOf, log }),
  });
  register(connection.app, {
    ...options,
    converse,
    openDigestForm: createOpenDigestForm({ converse, web, directory, recipientOf, log, now }),
    recipientOf,
    keeper,
    announce: createAnnounce({ posting, log }),
  });
  return connection;
}
