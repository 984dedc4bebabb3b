import type { Trial } from '../../field-report.ts';
import { createSlackConnection } from '../connection/bolt.ts';
import { createBoltLogger } from '../web-api/bolt-logger.ts';
import { createPostingClient, createWebClient, isSlackError, readIdentity } from '../web-api/web-api.ts';
import { createReaders, withAudience } from '../words/reader.ts';
import { createWorkTurns } from '../work-turns.ts';
import { askValidator, type Bench, tryChannel } from './channel-trials.ts';
import { createCleanUp } from './clean-up.ts';
import { tryPerson } from './person-trials.ts';
import { tryPresses } from './press-session.ts';
import type { SlackFieldTest } from './slack-field-test.ts';
import { createSlackTrials, type SlackTrials } from './slack-trial.ts';

/** What came of it. */
export interface SlackFindings {
  readonly trials: readonly Trial[];
  /** A sentence for each thing that could not be deleted. */
  readonly leftBehind: readonly string[];
}

const IDENTITY_MS = 15_000;

/**
 * Sends the app's own messages, forms and Homes in every way that the app does, and deletes them again.
 * @throws {ConfigError} when Slack rejects a token; rejects for nothing else that Slack answers
 */
export async function fieldTestSlack(options: SlackFieldTest): Promise<SlackFindings> {
  const { slack, channelId, fetch, timers, now, signal, log } = options;
  const logger = createBoltLogger(log);
  const web = createWebClient({ ...slack, logger, fetch, now });
  const posting = createPostingClient({ ...slack, logger, fetch, now });
  const trials = createSlackTrials({ timers, signal });
  const cleanUp = createCleanUp({ web: posting, channelId, since: now(), sleep: timers.sleep });
  const identity = await readIdentity(web, {
    signal: AbortSignal.any([signal, timers.timeout(IDENTITY_MS)]),
    onWait: () => {},
  }).catch((error: unknown) => {
    if (!isSlackError(error) && !(error instanceof DOMException)) throw error;
    return undefined;
  });
  if (!identity) {
    trials.fail({ id: 'call/auth.test', tried: 'auth.test', isNeeded: true }, 'Slack gave no answer.');
    return { trials: trials.kept, leftBehind: [] };
  }
  await trials.attempt({ id: 'call/auth.test', tried: 'auth.test', isNeeded: true }, async () => identity);

  const reader = withAudience(createReaders()({ locale: 'en-US', zone: 'UTC' }), { role: 'admin', admins: [] });
  const bench: Bench = { web, posting, channelId, reader, trials, cleanUp, now };
  const connection = createSlackConnection({
    ...{
      mode: slack,
      botToken: slack.botToken,
      apiUrl: slack.apiUrl,
      proxy: options.proxy,
      identity,
      log,
      logger,
      fetch,
      now,
    },
    unhandled: async (_body, ack) => ack(),
    claimRequest: async () => true,
    turns: createWorkTurns(),
    owedAnswers: { begin: () => undefined },
  });
  let leftBehind: readonly string[] = [];
  try {
    await tryChannel(bench);
    await askValidator(bench);
    const personId = await tryPresses(bench, connection, options);
    await tryPerson(bench, personId ?? options.adminId);
    leaveOpen(trials);
  } finally {
    leftBehind = await cleanUp.run();
  }
  return { trials: trials.kept, leftBehind };
}

/** What is open as well, and needs more than one workspace, its channel and a person. */
function leaveOpen(trials: SlackTrials): void {
  trials.leave(
    { id: 'open/shortcut-elsewhere', tried: 'the message shortcut for guests and in channels shared with other teams' },
    'It needs people of other kinds, and a shared channel.',
  );
  trials.leave(
    { id: 'open/repeated-commands', tried: 'whether Slack sends a command again in Socket Mode' },
    'It needs an app that doesn’t answer for minutes.',
  );
  trials.leave(
    { id: 'call/usergroups.users.list', tried: 'the members of a user group' },
    'No user group is named; the doctor looks for the scope.',
  );
}
