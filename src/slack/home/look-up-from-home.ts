import type { Asker } from '../../followstats/access/rules.ts';
import type { Command } from '../../followstats/commands/command.ts';
import type { Logger } from '../../logger.ts';
import { lookedUp, lookingUp, lookUpFault } from '../blocks/home/home-look-up.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { type Converse, conclude } from '../conversation/conversation.ts';
import type { PrepareReply } from '../conversation/deliver-answer.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { HomeTabs } from './home-tabs.ts';

interface Options {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly recipientOf: RecipientOf;
  readonly homeTabs: Pick<HomeTabs, 'directMessagesOf' | 'tell'>;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  /** The most that an answer takes, milliseconds. */
  readonly timeLimitMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
}

/** Looks accounts up for a person who asks in their Home. Rejects when neither the answer nor that it is missing can be said. */
export type LookUpFromHome = (asker: Asker, command: Command) => Promise<void>;

/** What sending the answer may take after it is there, milliseconds. */
const SEND_MS = 10_000;

/**
 * Makes a `LookUpFromHome`. A Home takes no tables, so that the answer goes to the person's direct messages, where its buttons
 * work, and the Home says so, and before that what is being looked up. What is wrong with the command stands in the Home itself,
 * beside what was typed.
 */
export function createLookUpFromHome(options: Options): LookUpFromHome {
  const { converse, prepareReply, recipientOf, homeTabs, directory, timeLimitMs, now, log } = options;

  async function sayWorking({ personId }: Asker, command: Command): Promise<void> {
    if (command.kind !== 'lookup') return;
    const working = lookingUp(await directory.reader(personId), command.who);
    await homeTabs.tell(personId, working, [], timeLimitMs + SEND_MS).catch((error: unknown) => {
      log.warn({ err: error }, 'a Home does not say what is being looked up');
    });
  }

  return async ({ personId }, command) => {
    // Their buttons belong to the conversation in which the answer stands.
    const asker = { personId, channelId: await homeTabs.directMessagesOf(personId) };
    const [sendDirect, sayInHome] = [
      recipientOf({ asker, replyTo: { kind: 'direct-message' } }),
      recipientOf({ asker, replyTo: { kind: 'home' } }),
    ];
    const [answered] = await Promise.all([converse({ asker, command }, sendDirect), sayWorking(asker, command)]);
    const { answer, reader } = answered;
    const { reply, why } = await prepareReply(answered);
    await conclude(answered, async () => {
      if (answer.kind === 'fault' || answer.kind === 'refused') {
        await sayInHome(answer.kind === 'fault' ? lookUpFault(reader, answer.fault) : reply);
        return why;
      }
      try {
        await sendDirect(reply);
      } catch (error) {
        log.warn({ err: error }, 'an answer did not get to direct messages');
        await sayInHome(sentences(reader, reader.words.home.lookUp.notSent()));
        return 'not-sent';
      }
      await sayInHome(lookedUp(reader, command.kind === 'lookup' ? command.who : [], now()));
      return why;
    });
  };
}
