import type { FaultSwitch } from '../../fault-switches.ts';
import type { Message } from '../../slack/types.ts';
import type { Workspace } from '../../slack/workspace-types.ts';
import { isDigestPost, isFailure, isShareable, isShared, offersList } from './marks.ts';

/** What the tour wants to see happen. */
type Goal = 'looked-up' | 'failed' | 'shared' | 'list' | 'digest' | 'broken' | 'kept' | 'mended';

/** What has really happened in the workspace since the tour began. What happened once stays so. */
export interface Progress {
  has(goal: Goal): boolean;
  /** Name of the list that this round makes: none has it yet. */
  listName(): string;
  /** Judges what is new since it was called last. */
  look(): void;
  /** From here on it counts; what happened before doesn't. */
  begin(): void;
  /** Begins anew, with another name for the list. */
  startOver(): void;
}

interface Options {
  readonly workspace: Workspace;
  readonly faultSwitches: readonly FaultSwitch[];
}

export function createProgress({ workspace, faultSwitches }: Options): Progress {
  const done = new Set<Goal>();
  let round = 0;
  /** `ts` → version of what was looked at already. */
  let known = versionsOf(workspace);

  const listName = (): string => (round === 0 ? 'launch' : `launch-${round + 1}`);
  const isBroken = (): boolean => faultSwitches.some((one) => one.group === 'Tencent Chat' && one.isOn());

  const judge = (message: Message): void => {
    if (isShareable(message)) done.add('looked-up');
    if (isFailure(message)) done.add('failed');
    if (isShared(message)) done.add('shared');
    if (offersList(message, listName())) done.add('list');
    if (isDigestPost(message)) done.add('digest');
    if (isFailure(message) && done.has('broken') && isBroken()) done.add('kept');
  };

  const begin = (): void => {
    done.clear();
    known = versionsOf(workspace);
  };

  return {
    has: (goal) => done.has(goal),
    listName,
    look() {
      if (isBroken()) done.add('broken');
      else if (done.has('kept')) done.add('mended');
      for (const message of botMessages(workspace)) {
        if (known.get(message.ts) === message.version) continue;
        known.set(message.ts, message.version);
        judge(message);
      }
    },
    begin,
    startOver() {
      round += 1;
      begin();
    },
  };
}

function versionsOf(workspace: Workspace): Map<string, number> {
  return new Map(botMessages(workspace).map(({ ts, version }) => [ts, version]));
}

/** What the app says to anyone. */
function botMessages({ people, channels, botUserId, messagesFor }: Workspace): readonly Message[] {
  return channels.flatMap(({ id: channelId, memberIds }) =>
    people
      .filter(({ id }) => memberIds.includes(id))
      .flatMap(({ id }) => messagesFor(id, channelId))
      .filter(({ authorId }) => authorId === botUserId),
  );
}
