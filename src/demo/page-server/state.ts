import type { DemoAct } from '../chat-acts.ts';
import type { DemoTime } from '../demo-time.ts';
import type { FaultSwitch } from '../fault-switches.ts';
import type { Channel, Message, Person } from '../slack/types.ts';
import type { Workspace } from '../slack/workspace-types.ts';
import { BadInput } from './bad-input.ts';
import { EXAMPLES } from './examples.ts';
import { HOME, MESSAGES, type PageMessage, type PageState } from './page-state.ts';
import type { SlotWatch } from './slot-watch.ts';
import type { Tour } from './tour/tour.ts';

/** As many as a badge can count. */
const MOST_INCOMING = 100;

interface Place {
  /** Absent: the first person of the workspace. */
  readonly personId: string | undefined;
  /** Absent, or one this person may not see: the first channel they may see. */
  readonly channelId: string | undefined;
}

interface Shown {
  readonly demoId: string;
  readonly workspace: Workspace;
  readonly faultSwitches: readonly FaultSwitch[];
  readonly acts: readonly DemoAct[];
  readonly time: DemoTime | undefined;
  readonly slots: SlotWatch;
  readonly tour: Tour | undefined;
}

/** What the page shows at `place`. Throws `BadInput` for ids the workspace doesn't have. */
export function readPageState(shown: Shown, { personId, channelId }: Place): PageState {
  const { demoId, workspace, faultSwitches, acts, time, slots, tour } = shown;
  const person = findPerson(workspace, personId);
  const channels = workspace.channels.filter((channel) => maySee(person, channel));
  const { channel, without } = openPlace(workspace, channels, channelId);
  const nextSlotAt = slots.nextSlotAt();
  const modals = workspace.modalsOf(person.id);
  const modal = modals.at(-1);

  return {
    demoId,
    personId: person.id,
    channelId: channel?.id ?? without,
    people: workspace.people,
    channels,
    userGroups: workspace.userGroups,
    commands: workspace.commands,
    messageShortcuts: workspace.shortcuts.filter(({ type }) => type === 'message'),
    modal: modal ? { ...modal, below: modals.length - 1 } : null,
    hasHomeTab: workspace.hasHomeTab,
    home: workspace.homeOf(person.id) ?? null,
    messages: channel
      ? workspace.messagesFor(person.id, channel.id).map((message) => toPageMessage(workspace, person.id, message))
      : [],
    incoming: Object.fromEntries(channels.map(({ id }) => [id, incomingIn(workspace, person.id, id)])),
    botUserId: workspace.botUserId,
    names: mentionNames(workspace, channels),
    faults: faultSwitches.map(({ id, label, group, isOn }) => ({ id, label, group, on: isOn() })),
    acts: acts.map(({ id, label }) => ({ id, label: label() })),
    clockAheadMs: time?.clock.aheadMs() ?? null,
    at: time?.clock.now() ?? Date.now(),
    nextSlotAt: nextSlotAt ?? null,
    tour: tour?.read(nextSlotAt !== undefined) ?? null,
    examples: EXAMPLES,
  };
}

/** The channel that is open; or, where there is none, what stands for its id. */
function openPlace(
  workspace: Workspace,
  channels: readonly Channel[],
  channelId: string | undefined,
): { readonly channel?: Channel | undefined; readonly without: string | null } {
  if (channelId === HOME && workspace.hasHomeTab) return { without: HOME };
  if (channelId === MESSAGES) return { channel: channels.find(({ id }) => id.startsWith('D')), without: MESSAGES };
  if (channelId !== undefined && !workspace.channels.some(({ id }) => id === channelId)) {
    throw new BadInput(`There is no channel ${channelId}.`);
  }
  return { channel: channels.find(({ id }) => id === channelId) ?? channels[0], without: null };
}

function incomingIn(workspace: Workspace, personId: string, channelId: string): readonly string[] {
  return workspace
    .messagesFor(personId, channelId)
    .filter(({ authorId }) => authorId !== personId)
    .slice(-MOST_INCOMING)
    .map(({ ts }) => ts);
}

function findPerson({ people }: Workspace, personId: string | undefined): Person {
  const person = personId === undefined ? people[0] : people.find(({ id }) => id === personId);
  if (!person)
    throw new BadInput(personId === undefined ? 'The workspace is empty.' : `There is no person ${personId}.`);
  return person;
}

/** Slack lists public channels to full members; guests and strangers see only what they were added to. */
function maySee(person: Person, channel: Channel): boolean {
  return channel.memberIds.includes(person.id) || (person.kind === 'member' && !channel.isPrivate);
}

function mentionNames(workspace: Workspace, channels: readonly Channel[]): Record<string, string> {
  return Object.fromEntries([
    ...workspace.people.map(({ id, name }) => [id, `@${name}`]),
    ...channels.filter(({ id }) => id.startsWith('C')).map(({ id, name }) => [id, `#${name}`]),
    ...workspace.userGroups.map(({ id, handle }) => [id, `@${handle}`]),
    [workspace.botUserId, '@followstats'],
  ]);
}

function toPageMessage(workspace: Workspace, personId: string, { files, ...message }: Message): PageMessage {
  return {
    ...message,
    values: workspace.chosenIn(personId, message.ts),
    files: files.map(({ content, ...file }) => ({ ...file, size: Buffer.byteLength(content) })),
  };
}
