import type { Block } from '../../../src/demo/slack/types.ts';
import type { Answer, PersonTools } from './action.ts';

/** A menu in a message, and what it holds for a command. */
interface Entry {
  readonly actionId: string;
  readonly value: string;
}

/**
 * Gives a command about a digest: by the button of a notice that offers it, by the menu of the digest's card, where the list
 * shows that, or as most do, by typing it.
 */
export async function giveCommand(tools: PersonTools, command: string): Promise<Answer> {
  const { chance, ask } = tools;
  const notice = chance.happens(0.5) ? findNotice(tools, command) : undefined;
  if (notice) return press(tools, notice);
  const entry = chance.happens(0.3) ? await findEntry(tools, command) : undefined;
  return entry ? choose(tools, entry) : ask(command);
}

/** A button in the person's direct messages that gives the command, on the latest message that has one. */
function findNotice({ slack, person }: PersonTools, command: string): Pressable | undefined {
  return slack.channels
    .filter(({ id }) => id.startsWith('D'))
    .flatMap(({ id }) => slack.messagesFor(person.id, id))
    .flatMap(({ ts, blocks }) => {
      const actionId = commandButtons(blocks).get(command);
      return actionId === undefined ? [] : [{ ts, actionId }];
    })
    .at(-1);
}

interface Pressable {
  readonly ts: string;
  readonly actionId: string;
}

function press({ person, slack, answerTo, marks, trace }: PersonTools, { ts, actionId }: Pressable): Promise<Answer> {
  marks.reach('notice’s button used');
  trace.note(person.name, `presses ${actionId}`);
  return answerTo(() => slack.press({ personId: person.id, ts, actionId }).catch(() => undefined));
}

/** Opens the list of digests. @returns the entry that gives the command; `undefined` when there is none in time */
async function findEntry(
  { ask }: PersonTools,
  command: string,
): Promise<(Entry & { readonly ts: string }) | undefined> {
  const { message } = await ask('digest list');
  const entry = message && entriesOf(message.blocks).find(({ value }) => value.split('\n')[0] === command);
  return message && entry && { ...entry, ts: message.ts };
}

function choose(
  { person, slack, answerTo, marks, trace }: PersonTools,
  { actionId, value, ts }: Entry & { ts: string },
) {
  marks.reach('menu used');
  trace.note(person.name, `chooses ${value.split('\n')[0]}`);
  return answerTo(() => slack.choose({ personId: person.id, ts, actionId, value }).catch(() => undefined));
}

/** Everything that the ⋯ menus of a message offer. */
function entriesOf(blocks: readonly Block[]): readonly Entry[] {
  return blocks.flatMap(({ elements, accessory }) =>
    [...(Array.isArray(elements) ? elements : []), ...(accessory ? [accessory] : [])].flatMap(
      ({ type, action_id: actionId, options }) =>
        type === 'overflow' ? options.map(({ value }: { readonly value: string }) => ({ actionId, value })) : [],
    ),
  );
}

/** The buttons of a message that give a command, by it. */
export function commandButtons(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const elements = blocks.flatMap(({ elements: some }) => (Array.isArray(some) ? some : []));
  return new Map(
    elements
      .filter(({ type, value }) => type === 'button' && typeof value === 'string')
      .map(({ action_id: actionId, value }) => [value.split('\n')[0], actionId]),
  );
}
