import type { Message } from '../../../src/demo/slack/types.ts';
import type { Marks } from '../marks.ts';

/** Says what marks the texts of answers reach. */
export function createAnswerWatch(marks: Marks): (message: Pick<Message, 'text'>) => void {
  return ({ text }) => {
    if (text.includes('waits a little before it asks again')) marks.reach('breaker opened');
  };
}
