import type { Answer, Question } from '../followstats/answer.ts';
import type { Logger } from '../logger.ts';
import { createRender } from './blocks/answer.ts';
import { createSlackConnection, type SlackConnection, type SlackMode } from './bolt.ts';
import type { BoltLogger } from './bolt-logger.ts';
import { createConversation } from './conversation.ts';
import type { SlackDirectory } from './directory.ts';
import { createQuestionKeeper } from './question-keeper.ts';
import { createRecipients } from './recipient.ts';
import { register } from './register.ts';
import { createUnanswered } from './unanswered.ts';
import type { Identity, WebClient } from './web.ts';

interface Options {
  readonly mode: SlackMode;
  readonly botToken: string;
  readonly apiUrl: string | undefined;
  readonly identity: Identity;
  readonly web: WebClient;
  readonly directory: SlackDirectory;
  readonly answer: (question: Question) => Promise<Answer>;
  readonly maxAccounts: number;
  /** How old a count may be, milliseconds; help tells it. */
  readonly cacheMs: number;
  readonly progressAfterMs: number;
  readonly log: Logger;
  readonly logger: BoltLogger;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** The app's end of Slack with all its listeners; nothing is connected before `start`. */
export function createListening({ answer, cacheMs, progressAfterMs, logger, ...options }: Options): SlackConnection {
  const { web, directory, maxAccounts, log, now } = options;
  const recipientOf = createRecipients({ web, fetch: globalThis.fetch, log });
  const keeper = createQuestionKeeper();
  const render = createRender({ maxAccounts, cacheSeconds: cacheMs / 1000 });
  const converse = createConversation({ answer, render, directory, keeper, recipientOf, log, now, progressAfterMs });
  const connection = createSlackConnection({
    ...options,
    logger,
    unanswered: createUnanswered({ recipientOf, log }),
  });
  register(connection.app, { converse, recipientOf, keeper, maxAccounts, web, log });
  return connection;
}
