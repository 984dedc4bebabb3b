import type { Block } from '../../../src/demo/slack/types.ts';
import type { Answer, PersonTools } from './action.ts';

/** A menu in a message, and what it holds for a command. */
interface Entry {
  readonly actionId: string;
  readonly value: string;
}

/** Gives a command about a digest: types it, or chooses it in the menu of the digest's card, where the list shows that. */
export async function giveCommand(tools: PersonTools, command: string): Promise<Answer> {
  const { chance, ask } = tools;
  const entry = chance.happens(0.3) ? await findEntry(tools, command) : undefined;
  return entry ? choose(tools, entry) : ask(command);
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
