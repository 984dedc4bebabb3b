import type { FieldInput, Message, View } from '../../src/demo/slack/types.ts';
import { LANGUAGES } from '../../src/followstats/languages.ts';
import { toPlain } from '../../src/slack/blocks/kit/inline.ts';
import { ACTIONS } from '../../src/slack/names.ts';
import { createReaders, USUAL } from '../../src/slack/words/reader.ts';
import { CHANNELS, PEOPLE, type World } from './world.ts';

export const SAVED = { title: 'Creators', accounts: 'alice bob' };

interface Filler {
  readonly personId?: string;
  readonly channelId?: string;
}

/** Types a command that opens the form, and resolves with it once it is there, or with what stands in its place. */
export async function openForm(
  { slack }: World,
  text = 'digest new',
  { personId = PEOPLE.admin, channelId = CHANNELS.community }: Filler = {},
): Promise<View> {
  const since = slack.mark();
  await slack.type({ personId, channelId, text: `/followstats ${text}` });
  return slack.waitForModal({ personId, since, matches: (view) => !isOpening(view) });
}

/** What stands in the form's place at first, in any language. */
const OPENING = LANGUAGES.map((language) => toPlain(createReaders(language)(USUAL).words.digestForm.opening()));
const isOpening = (view: View): boolean => OPENING.some((words) => textOf(view).includes(words));

/** Fills the form in and saves it; resolves with what its person is told. */
export async function save(
  { slack }: World,
  values: Readonly<Record<string, FieldInput>>,
  { personId = PEOPLE.admin }: Filler = {},
): Promise<Message> {
  await slack.fillIn({ personId, values });
  const since = slack.mark();
  const { error } = await slack.submitModal(personId);
  const { errors } = slack.modalOf(personId) ?? {};
  if (error || errors) throw new Error(`not saved: ${error} ${JSON.stringify(errors)}`);
  return slack.waitForMessage({ personId, since, matches: ({ text }) => / is saved| now posts to /.test(text) });
}

/** Types into the menu of time zones, and chooses what it then offers first. */
export async function chooseZone(
  { slack }: World,
  typed: string,
  { personId = PEOPLE.admin }: Filler = {},
): Promise<void> {
  const actionId = ACTIONS.digestTimeZone;
  const { options } = await slack.suggest({ personId, actionId, text: typed });
  const [first] = options;
  if (!first) throw new Error(`no zone is offered for ${typed}`);
  await slack.fillIn({ personId, values: { [actionId]: first.value } });
}

/** Everything a view says. */
export function textOf({ blocks }: Pick<View, 'blocks'>): string {
  return JSON.stringify(blocks);
}

/** What it says of the next runs. */
export function nextRunsOf({ blocks }: Pick<View, 'blocks'>): string {
  const said = blocks.filter(({ type }) => type === 'rich_text').map((block) => JSON.stringify(block));
  return said.slice(said.findIndex((line) => /"(?:Next runs|The next runs)/.test(line))).join('\n');
}
