import type { Message } from './slack/types.ts';

/** How the line begins in which the app says that an answer takes long, in each of its languages. */
const BEGINNINGS = [
  'This takes a little longer. ',
  '시간이 조금 더 걸립니다. ',
  'もう少し時間がかかります。',
  '还需要一点时间。',
];

/** Whether a message of the app only says that its answer is still to come. */
export function isProgress({ text }: Pick<Message, 'text'>): boolean {
  return BEGINNINGS.some((beginning) => text.startsWith(beginning));
}
