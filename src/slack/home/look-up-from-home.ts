import type { Asker } from '../../followstats/access/rules.ts';
import type { Command } from '../../followstats/commands/command.ts';
import type { Logger } from '../../logger.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { type Converse, conclude } from '../conversation/conversation.ts';
import type { PrepareReply } from '../conversation/deliver-answer.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { HomeTabs } from './home-tabs.ts';

interface Options {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly recipientOf: RecipientOf;
  readonly homeTabs: Pick<HomeTabs, 'directMessagesOf'>;
  readonly log: Logger;
}

/** Looks accounts up for a person who asks in their Home. Rejects when neither the answer nor that it is missing can be said. */
export type LookUpFromHome = (asker: Asker, command: Command) => Promise<void>;

/**
 * Makes a `LookUpFromHome`. A Home takes no tables, so that the answer goes to the person's direct messages, where its buttons
 * work, and the Home says so. What is wrong with the command stands in the Home itself, beside what was typed.
 */
export function createLookUpFromHome(options: Options): LookUpFromHome {
  const { converse, prepareReply, recipientOf, homeTabs, log } = options;

  return async ({ personId }, command) => {
    // Their buttons belong to the conversation in which the answer stands.
    const asker = { personId, channelId: await homeTabs.directMessagesOf(personId) };
    const [sendDirect, sayInHome] = [
      recipientOf({ asker, replyTo: { kind: 'direct-message' } }),
      recipientOf({ asker, replyTo: { kind: 'home' } }),
    ];
    const answered = await converse({ asker, command }, sendDirect);
    const { answer, reader } = answered;
    const { reply, why } = await prepareReply(answered);
    const { sent, notSent } = reader.words.home.lookUp;
    await conclude(answered, async () => {
      if (answer.kind === 'fault' || answer.kind === 'refused') {
        await sayInHome(reply);
        return why;
      }
      try {
        await sendDirect(reply);
      } catch (error) {
        log.warn({ err: error }, 'an answer did not get to direct messages');
        await sayInHome(sentences(reader, notSent()));
        return 'not-sent';
      }
      await sayInHome(sentences(reader, sent()));
      return why;
    });
  };
}
