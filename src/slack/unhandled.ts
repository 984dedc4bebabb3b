import { z } from 'zod';
import type { Logger } from '../logger.ts';
import { anyField, OTHER_VERSION, otherVersionView, type ShownView } from './blocks/digests/other-version.ts';
import { toText } from './blocks/kit/inline.ts';
import { sentences } from './blocks/kit/reply.ts';
import type { Unanswered } from './connection/slack-app.ts';
import { createUpdateView } from './digests/show-form.ts';
import { COMMAND } from './names.ts';
import type { Address, Recipient } from './sending/recipient.ts';
import type { WebClient } from './web-api/web-api.ts';
import { PENDING_READER } from './words/pending-reader.ts';

interface Options {
  readonly recipientOf: (address: Address) => Recipient;
  readonly web: WebClient;
  readonly log: Logger;
}

/** Answers what no listener takes: another command, a button or form of another version, a payload of an unknown kind. */
export function createUnhandled({ recipientOf, web, log }: Options): Unanswered {
  const update = createUpdateView({ web, log });

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
    const view = readView(body);
    const field = body.type === 'view_submission' ? view && anyField(view, '') : undefined;
    // Acknowledged with nothing, the form would close as if it had been taken.
    if (field) return ack({ response_action: 'errors', errors: { [field]: OTHER_VERSION } });
    await ack();
    const again = body.type === 'block_actions' ? view && otherVersionView(view) : undefined;
    if (view?.id && again && (await update(view.id, again))) return;
    const address = readAddress(body);
    if (address)
      await recipientOf(address)(
        sentences(PENDING_READER, ['This belongs to another version of followstats; please type the command again.']),
      );
  };
}

/** Only a name from a fixed set of fields goes into the log; the rest of the payload is not ours to repeat. */
function kindOf(body: Record<string, unknown>): string {
  const kind = body.command ?? body.type;
  return typeof kind === 'string' ? kind.slice(0, 40) : 'unknown';
}

const View = z.looseObject({
  id: z.string().optional(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
});

/** The view of a payload, when it has the shape of one. */
function readView({ view }: Record<string, unknown>) {
  const { data } = View.safeParse(view);
  return data as (ShownView & { readonly id?: string }) | undefined;
}

function readAddress(body: Record<string, unknown>): Address | undefined {
  const { response_url: responseUrl } = body;
  if (body.type === 'event_callback' || typeof responseUrl !== 'string' || !URL.canParse(responseUrl)) return undefined;
  return { responseUrl, channelId: idOf(body.channel), personId: idOf(body.user) };
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';
}
