import { z } from 'zod';
import type { Logger } from '../logger.ts';
import { anyField, otherVersionView, type ShownView } from './blocks/digests/other-version.ts';
import { toPlain, toText } from './blocks/kit/inline.ts';
import { sentences } from './blocks/kit/reply.ts';
import { typed } from './blocks/kit/typed.ts';
import type { Unhandled } from './connection/slack-app.ts';
import { createUpdateView } from './digests/show-form.ts';
import { COMMAND } from './names.ts';
import type { RecipientOf } from './sending/recipient.ts';
import { type Origin, readOrigin } from './sending/reply-to.ts';
import type { SlackDirectory } from './web-api/directory.ts';
import type { WebClient } from './web-api/web-api.ts';

interface Options {
  readonly recipientOf: RecipientOf;
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader' | 'readerAtOnce'>;
  readonly log: Logger;
}

/** Answers what no listener takes: another command, a button or form of another version, a payload of an unknown kind. */
export function createUnhandled({ recipientOf, web, directory, log }: Options): Unhandled {
  const update = createUpdateView({ web, log });

  return async (body, ack) => {
    log.warn({ type: kindOf(body) }, 'a request from Slack that nothing here is for');
    if (typeof body.command === 'string') {
      const { words } = await directory.readerAtOnce(typeof body.user_id === 'string' ? body.user_id : '');
      const { tryAgain, otherCommand } = words.conversation;
      const sentence =
        body.command === COMMAND ? tryAgain() : otherCommand({ command: { code: body.command }, help: typed('help') });
      await ack({ response_type: 'ephemeral', text: toText(sentence), mrkdwn: false });
      return;
    }
    if (body.type === 'block_actions' && isHome(body.view)) {
      await ack();
      const asker = { personId: idOf(body.user), channelId: undefined };
      const reader = await directory.reader(asker.personId);
      return recipientOf({ asker, replyTo: { kind: 'home' } })(sentences(reader, reader.words.home.otherVersion()));
    }
    const view = readView(body);
    const field = body.type === 'view_submission' ? view && anyField(view, '') : undefined;
    // Acknowledged with nothing, the form would close as if it had been taken.
    if (field) {
      const { words } = await directory.reader(idOf(body.user));
      return ack({ response_action: 'errors', errors: { [field]: toPlain(words.digestForm.otherVersion()) } });
    }
    await ack();
    const again =
      body.type === 'block_actions' && view
        ? otherVersionView(await directory.reader(idOf(body.user)), view)
        : undefined;
    if (view?.id && again && (await update(view.id, again))) return;
    const origin = readResponseOrigin(body);
    if (!origin) return;
    const reader = await directory.reader(origin.asker.personId);
    await recipientOf(origin)(sentences(reader, reader.words.conversation.otherVersion()));
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

/** Where an answer to a payload of any shape goes; `undefined` when it has no `response_url` to take one. */
function readResponseOrigin(body: Record<string, unknown>): Origin | undefined {
  const { response_url: responseUrl } = body;
  if (body.type === 'event_callback' || typeof responseUrl !== 'string') return undefined;
  const origin = readOrigin({ responseUrl, channelId: idOf(body.channel), personId: idOf(body.user) });
  return origin.replyTo.kind === 'response-url' ? origin : undefined;
}

function isHome(view: unknown): boolean {
  return typeof view === 'object' && view !== null && 'type' in view && view.type === 'home';
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';
}
