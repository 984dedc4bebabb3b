import type { Timers } from '../../timers.ts';
import { toRichText } from '../blocks/kit/inline.ts';
import { postThrough } from '../sending/post-json.ts';
import { createResponseUrlClient, type SendOptions } from '../sending/response-url.ts';
import { aboutOf, type Bench, toMessage } from './channel-trials.ts';
import { type Content, eachKind, plainParts } from './contents.ts';
import { kindsIn } from './kinds.ts';
import { type Press, pressButtons } from './presses.ts';
import { createViewTrials } from './view-trials.ts';

/** What a press makes possible. */
export interface PressTrials {
  /** What has to be done at once, since its trigger lives for three seconds. Doesn't wait for anything else. */
  atOnce(press: Press): Promise<void>;
  /** All the rest, one press after the other. */
  afterwards(press: Press): Promise<void>;
}

interface Options extends Bench {
  readonly fetch: typeof globalThis.fetch;
  readonly timers: Timers;
}

const ONCE_MORE = 'followstats field test: thank you. Press once more, and try what the first message names.';

/** Makes a `PressTrials`. */
export function createPressTrials({ fetch, timers, ...bench }: Options): PressTrials {
  const { reader, trials, cleanUp, now } = bench;
  const views = createViewTrials(bench);

  /** Sends by the URL of one press, which takes five messages. */
  async function tryUrl(
    { url }: Press,
    contents: readonly Content[],
    way: string,
    words: string,
    options: SendOptions,
  ) {
    const client = url && createResponseUrlClient(url, { postJson: postThrough(fetch), now, timers });
    for (const content of contents) {
      const about = aboutOf(way, words, content);
      if (!client || client.left() === 0) {
        trials.leave(about, 'The press brought no response URL, or it was used up.');
        continue;
      }
      const message = { ...toMessage(content), mrkdwn: false, unfurl_links: false, unfurl_media: false } as const;
      await trials.attempt(about, () => client.send(message, options));
      if (options.response_type === 'in_channel') cleanUp.postedSomewhere(content.text);
    }
    return client;
  }

  const richer = () =>
    eachKind(reader, now()).filter(({ name }) => /^(data_table|table|data_visualization:line)$/.test(name));

  async function tryUrlOfButton(press: Press): Promise<void> {
    const contents = [plainParts(reader, now()), ...richer()];
    const client = await tryUrl(press, contents, 'response-url', 'for who pressed', { response_type: 'ephemeral' });
    const blocks = [toRichText([[ONCE_MORE]]), pressButtons(['again', 'Once more'], ['done', 'That was all'])];
    const about = {
      ...{ id: 'response-url-replace/asking', tried: 'in the place of the pressed message', isNeeded: true },
      content: { way: 'response-url-replace', kinds: [...kindsIn(blocks)] },
    };
    if (!client || client.left() === 0) return trials.leave(about, 'The response URL was used up.');
    const text = ONCE_MORE;
    const message = { text, blocks, mrkdwn: false, unfurl_links: false, unfurl_media: false } as const;
    await trials.attempt(about, () => client.send(message, { replace_original: true }));
  }

  return {
    async atOnce(press) {
      if (press.kind === 'try') await views.open(press);
      if (press.kind === 'push') await views.push(press);
    },
    async afterwards(press) {
      const plain = [plainParts(reader, now())];
      switch (press.kind) {
        case 'try':
          await views.update();
          await views.publish(press.personId);
          return tryUrlOfButton(press);
        case 'again':
          await tryUrl(press, [...plain, ...richer()], 'response-url-public', 'for the channel by a response URL', {
            response_type: 'in_channel',
          });
          return;
        case 'command':
          await tryUrl(press, plain.map(named('a command')), 'response-url', 'for who typed', {
            response_type: 'ephemeral',
          });
          return answerEscaping(press);
        case 'shortcut':
          await tryUrl(press, plain.map(named('a shortcut')), 'response-url', 'for who chose', {
            response_type: 'ephemeral',
          });
          return;
        case 'push':
        case 'done':
          return;
      }
    },
  };

  /** E-mails and hosts in commands may come as links, or as they were typed. */
  function answerEscaping({ text = '' }: Press): void {
    const about = { id: 'question/should-escape', tried: 'how an e-mail and a host arrive in a command' };
    const email = /<mailto:[^|>]+\|[^>]+>/.test(text)
      ? 'as a link'
      : /\S@\S/.test(text)
        ? 'as it was typed'
        : undefined;
    const host = /<https?:[^|>]+\|[^>]+>/.test(text)
      ? 'as a link'
      : /\bfoo\.example\b/.test(text)
        ? 'as it was typed'
        : undefined;
    if (!email || !host) trials.leave(about, 'The command that was typed has no e-mail and no host.');
    else trials.answer(about, `The e-mail comes ${email}, the host ${host}.`);
  }
}

const named =
  (where: string) =>
  (content: Content): Content => ({ ...content, name: `${content.name} of ${where}` });
