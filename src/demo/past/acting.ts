import { isProgress } from '../progress-line.ts';
import type { FieldInput, Message } from '../slack/types.ts';
import type { Workspace } from '../slack/workspace-types.ts';

/** A person of the workspace in one of its channels. */
export interface Actor {
  /** Says something to everybody there, or types a command without waiting for what comes of it. Rejects when Slack shows an error. */
  say(text: string): Promise<void>;
  /** Types a command, and resolves with the app's answer. */
  ask(command: string): Promise<Message>;
  /** Shares an answer, and resolves once it is there for everybody and the private copy says so. */
  share(answer: Message): Promise<void>;
  /** Opens the form of a new digest, fills it in and saves it; resolves with what the app says then. */
  makeDigest(lists: readonly string[], values: Readonly<Record<string, FieldInput>>): Promise<Message>;
}

/** Names of the app's controls and fields, as its forms and messages carry them. */
const SHARE = 'followstats_share';
const LISTS = 'followstats_digest_lists';
const WHEN = 'followstats_digest_when';

/**
 * Acts for a person, one step after the other, by requests as Slack sends them. Each step rejects when the app doesn't
 * answer within 10 s, or Slack shows an error.
 * @param name the handles of a person and a channel, which must be there
 */
export function actAs(workspace: Workspace, name: string, channelName: string): Actor {
  const personId = idOf(workspace.people, name);
  const channelId = idOf(workspace.channels, channelName);
  const isAnswer = (message: Message) => message.authorId === workspace.botUserId && !isProgress(message);

  async function type(text: string): Promise<void> {
    const { error } = await workspace.type({ personId, channelId, text });
    if (error !== undefined) throw new Error(`${name}: ${text}: ${error}`);
  }

  const answerSince = (since: number, fits: (message: Message) => boolean = () => true) =>
    workspace.waitForMessage({ personId, channelId, since, matches: (message) => isAnswer(message) && fits(message) });

  return {
    say: type,
    async ask(command) {
      const since = workspace.mark();
      await type(command);
      return answerSince(since);
    },
    async share({ ts }) {
      const since = workspace.mark();
      await workspace.press({ personId, ts, actionId: SHARE });
      await answerSince(since, ({ visibleTo }) => visibleTo === undefined);
      await answerSince(since, (message) => message.ts === ts);
    },
    async makeDigest(lists, values) {
      const opened = workspace.mark();
      await type('/followstats digest new');
      const form = await workspace.waitForModal({ personId, since: opened, matches: isForm });
      await workspace.suggest({ personId, actionId: LISTS, text: '' });
      await workspace.fillIn({ personId, values: { ...values, [LISTS]: lists } });
      // The app answers a change of when it comes with a new version of the form.
      if (WHEN in values) await workspace.waitForModal({ personId, matches: ({ hash }) => hash !== form.hash });
      const since = workspace.mark();
      const { error } = await workspace.submitModal(personId);
      if (error !== undefined) throw new Error(`${name}: the digest was not saved: ${error}`);
      return answerSince(since, ({ visibleTo }) => visibleTo === personId);
    },
  };
}

/** What can be submitted is the form; until then there are words in its place. */
const isForm = ({ submit }: { readonly submit: string | undefined }): boolean => submit !== undefined;

function idOf(all: readonly { readonly id: string; readonly name: string }[], name: string): string {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`there is no ${name} in the demo`);
  return found.id;
}
