import type { Logger } from '../logger.ts';
import { toText } from './blocks/inline.ts';
import { sentences } from './blocks/reply.ts';
import { COMMAND } from './names.ts';
import type { Address, Recipient } from './recipient.ts';
import type { Unanswered } from './slack-app.ts';

interface Options {
  readonly recipientOf: (address: Address) => Recipient;
  readonly log: Logger;
}

/** Answers what no listener takes: another command, a button of another version, a payload of an unknown kind. */
export function createUnanswered({ recipientOf, log }: Options): Unanswered {
  return async (body, ack) => {
    log.warn({ type: kindOf(body) }, 'a request from Slack that nothing here is for');
    if (typeof body.command === 'string') {
      const text =
        body.command === COMMAND
          ? toText(['Something went wrong in followstats itself; please try again.'])
          : toText([
              { code: body.command },
              ' is not a command of followstats. Type ',
              { code: `${COMMAND} help` },
              '.',
            ]);
      await ack({ response_type: 'ephemeral', text, mrkdwn: false });
      return;
    }
    await ack();
    const address = readAddress(body);
    if (address)
      await recipientOf(address)(
        sentences(['This belongs to another version of followstats; please type the command again.']),
      );
  };
}

/** Only a name from a fixed set of fields goes into the log; the rest of the payload is not ours to repeat. */
function kindOf(body: Record<string, unknown>): string {
  const kind = body.command ?? body.type;
  return typeof kind === 'string' ? kind.slice(0, 40) : 'unknown';
}

function readAddress(body: Record<string, unknown>): Address | undefined {
  const { response_url: responseUrl } = body;
  if (body.type === 'event_callback' || typeof responseUrl !== 'string' || !URL.canParse(responseUrl)) return undefined;
  return { responseUrl, channelId: idOf(body.channel), personId: idOf(body.user) };
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';
}
