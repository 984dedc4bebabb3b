import type { Invocation } from '../../followstats/commands/answer.ts';
import type { Origin } from '../sending/reply-to.ts';

/** Answers a command by a form, which Slack opens for a trigger within three seconds. */
export type OpenForm = (invocation: Invocation, origin: Origin, triggerId: string) => Promise<void>;
