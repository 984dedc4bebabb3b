import type { DigestAnswer } from '../../digests/digest-answer.ts';
import type { WatchAnswer } from '../../digests/watches/watch-answer.ts';
import type { Answer } from '../../followstats/commands/answer.ts';

/** Every answer that the app gives in Slack. */
export type SlackAnswer = Answer | DigestAnswer | WatchAnswer;
