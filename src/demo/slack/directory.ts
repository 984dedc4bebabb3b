import type { Changes } from './changes.ts';
import { randomId } from './random-id.ts';
import type { Channel, Person, UserGroup } from './types.ts';
import type { ChannelChange, UserGroupChange } from './workspace-types.ts';

interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

/** Who and what there is in the workspace, and who may read where. */
export interface Directory {
  readonly team: Team;
  readonly people: readonly Person[];
  readonly userGroups: readonly UserGroup[];
  /** Grows as direct messages with the app are opened. */
  readonly channels: readonly Channel[];
  person(id: string): Person | undefined;
  channel(id: string): Channel | undefined;
  /** The team a person belongs to: another one for a stranger. */
  teamOf(person: Person): Team;
  /** `userId`: a person, or the app's bot. */
  isMember(userId: string, channelId: string): boolean;
  /** Members read their channels; people of the team (no guests, no strangers) may also look into every public one. */
  canRead(personId: string, channelId: string): boolean;
  /** The conversation between the app and a person, made when there was none. */
  openDirectMessage(personId: string): { readonly channel: Channel; readonly wasOpen: boolean };
  /** As `Workspace.changeChannel`. */
  changeChannel(channelId: string, change: ChannelChange): void;
  /** As `Workspace.changeUserGroup`. */
  changeUserGroup(groupId: string, change: UserGroupChange): void;
}

interface Options {
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly userGroups: readonly UserGroup[];
  readonly team: Team;
  readonly botUserId: string;
  readonly changes: Changes;
}

export function createDirectory({ people, channels, userGroups, team, botUserId, changes }: Options): Directory {
  const otherTeam: Team = { id: randomId('T', 10), name: 'Partner Studio', domain: 'partner-studio' };
  const peopleById = new Map(people.map((person) => [person.id, person]));
  const channelsById = new Map(channels.map((channel) => [channel.id, channel]));
  const groupsById = new Map(userGroups.map((group) => [group.id, group]));
  const isMember = (userId: string, channelId: string): boolean =>
    channelsById.get(channelId)?.memberIds.includes(userId) ?? false;

  return {
    team,
    people,
    get userGroups() {
      return [...groupsById.values()];
    },
    get channels() {
      return [...channelsById.values()];
    },
    person: (id) => peopleById.get(id),
    channel: (id) => channelsById.get(id),
    teamOf: (person) => (person.kind === 'stranger' ? otherTeam : team),
    isMember,
    canRead: (personId, channelId) =>
      isMember(personId, channelId) ||
      (channelsById.get(channelId)?.isPrivate === false && peopleById.get(personId)?.kind === 'member'),
    openDirectMessage: (personId) => {
      const memberIds = [personId, botUserId];
      const open = [...channelsById.values()].find(
        ({ id, memberIds: members }) => id.startsWith('D') && memberIds.every((member) => members.includes(member)),
      );
      if (open) return { channel: open, wasOpen: true };

      // Slack's slash commands name every direct message so.
      const channel: Channel = { id: `D${personId.slice(1)}`, name: 'directmessage', isPrivate: true, memberIds };
      channelsById.set(channel.id, channel);
      return { channel, wasOpen: false };
    },
    changeChannel: (channelId, { hasBot, isDeleted = false, ...change }) => {
      const channel = channelsById.get(channelId);
      if (!channel) throw new Error(`There is no channel ${channelId}`);
      const others = channel.memberIds.filter((id) => id !== botUserId);
      const memberIds = hasBot === undefined ? channel.memberIds : hasBot ? [...others, botUserId] : others;
      if (isDeleted) channelsById.delete(channelId);
      else channelsById.set(channelId, { ...channel, ...change, memberIds });
      changes.announce();
    },
    changeUserGroup: (groupId, change) => {
      const group = groupsById.get(groupId);
      if (!group) throw new Error(`There is no user group ${groupId}`);
      groupsById.set(groupId, { ...group, ...change });
      changes.announce();
    },
  };
}
