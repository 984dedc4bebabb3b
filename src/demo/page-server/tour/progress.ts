import type { FaultSwitch } from '../../fault-switches.ts';
import type { Message } from '../../slack/types.ts';
import type { Workspace } from '../../slack/workspace-types.ts';
import { isDigestPost, isFailure, isShareable, isShared, offersList } from './marks.ts';

/** What the tour wants to see happen. */
type Goal = 'looked-up' | 'failed' | 'shared' | 'list' | 'digest' | 'broken' | 'kept' | 'mended' | 'well';

/** The list whose digest comes every morning. */
export const LIST = 'creators';
/** Who is added to it, one a round. */
const ADDED = ['dave', 'erin', 'ivan', 'judy', 'mallory', 'niaj'] as const;

/** What has really happened in the workspace since the tour began. What happened once stays so. */
export interface Progress {
  has(goal: Goal): boolean;
  /** The account that this round adds to the list. */
  added(): string;
  /** Judges what is new since it was called last. */
  look(): void;
  /** From here on it counts; what happened before doesn't. */
  begin(): void;
  /** Begins anew, with another account for the list. */
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

  const added = (): string => ADDED[round % ADDED.length] ?? ADDED[0];
  const isBroken = (): boolean => faultSwitches.some((one) => one.group === 'Tencent Chat' && one.isOn());

  const judge = (message: Message): void => {
    if (isShareable(message)) done.add('looked-up');
    if (isFailure(message)) done.add('failed');
    if (isShared(message)) done.add('shared');
    if (offersList(message, LIST)) done.add('list');
    if (isDigestPost(message)) done.add('digest');
    if (isShareable(message) && !isFailure(message) && done.has('mended')) done.add('well');
    if (isFailure(message) && done.has('broken') && isBroken()) done.add('kept');
  };

  const begin = (): void => {
    done.clear();
    known = versionsOf(workspace);
  };

  return {
    has: (goal) => done.has(goal),
    added,
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
