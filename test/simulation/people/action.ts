import type { AssembledWorkspace } from '../../../src/demo/slack/assemble-workspace.ts';
import type { Message, Person } from '../../../src/demo/slack/types.ts';
import type { Chance } from '../kernel/chance.ts';
import type { Pace } from '../kernel/pace.ts';
import type { Trace } from '../kernel/trace.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';
import type { Marks } from '../marks.ts';
import type { SimulatedChat } from '../parts/chat.ts';
import type { HadCounts } from '../parts/count-history.ts';
import type { Actor } from './cast.ts';
import type { Expectations } from './expectations.ts';
import type { KnownWatch } from './known-watches.ts';

/** What a person reads in answer to something: the message, or nothing in the time that they wait. */
export interface Answer {
  readonly message: Message | undefined;
  /** Of the message; '' when there is none. */
  readonly text: string;
}

/** A digest as people see it. */
export interface KnownDigest {
  readonly id: number;
  readonly title: string;
  /** Of one that isn't paused, Unix milliseconds. */
  readonly nextRunAt: number;
  readonly isPausedByApp: boolean;
}

/** What a person can do. */
export interface PersonTools {
  readonly person: Person;
  readonly actor: Actor;
  readonly chance: Chance;
  readonly pace: Pace;
  readonly time: VirtualTime;
  readonly slack: AssembledWorkspace;
  readonly marks: Marks;
  readonly trace: Trace;
  readonly hadCounts: HadCounts;
  /** Whom it is all about. */
  readonly chat: Pick<SimulatedChat, 'sway' | 'bring' | 'standStill' | 'follows' | 'followersOf'>;
  readonly expectations: Expectations;
  /** Accounts that left for Chat, each with the latest moment of it, milliseconds since the start. */
  readonly askedAt: ReadonlyMap<string, number>;
  /** A channel that this person is in, a different one each time. */
  channel(): string;
  /** Types a command, and waits for its answer. */
  ask(text: string, channelId?: string): Promise<Answer>;
  /** Does something that Slack sends to the app, and waits for what comes of it. */
  answerTo(act: () => Promise<unknown>): Promise<Answer>;
  /** The digests that there are. */
  digests(): Promise<readonly KnownDigest[]>;
  /** The watches that there are. */
  watches(): Promise<readonly KnownWatch[]>;
  /** Whether a run of a digest is under way. */
  hasOpenRun(digestId: number): Promise<boolean>;
  /** Whether no answer that is read now can be a late one to an earlier question. */
  areAnswersInTime(): boolean;
  /** @returns says whether nothing at all has failed since this call, and no replica went away */
  isClear(): () => boolean;
  /** What another person can do, for what takes two. */
  toolsOf(actor: Actor): PersonTools;
  /** Says that something doesn't hold. */
  violated(invariant: string, what: string, about?: readonly string[]): void;
}

/** Something that people do from time to time. To add one, write a file like those beside this one, and add it to `actions.ts`. */
export interface Action {
  readonly name: string;
  /** How often it is done, beside the others. */
  readonly weight: number;
  /** Who does it. */
  readonly by: readonly Actor[];
  /** @returns `false` when there was nothing to do */
  readonly act: (tools: PersonTools) => Promise<boolean | undefined>;
}
