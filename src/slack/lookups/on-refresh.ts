import type { Converse } from '../conversation/conversation.ts';
import type { ButtonClick, ButtonClickArgs, ReadButtonClick } from './button-click.ts';

interface Options {
  readonly converse: Converse;
  readonly readButtonClick: ReadButtonClick;
}

/**
 * *Refresh*: the same question past the cache. The new answer takes the old one's place where only its reader sees that; a
 * message that others see is never replaced. Counts give way to counts alone: a failure or a denial stands beside them.
 */
export function createOnRefresh({ converse, readButtonClick }: Options) {
  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const press = await readButtonClick(args, 'refresh');
    if (!press) return;
    const { command, address } = press;
    const question = { asker: address, command, entry: 'refresh', fresh: true } as const;
    await converse(question, address, { replace: replaceOf(press) });
  };
}

function replaceOf({ isEphemeral, hasCounts }: ButtonClick): 'with-anything' | 'with-counts' | undefined {
  if (!isEphemeral) return undefined;
  return hasCounts ? 'with-counts' : 'with-anything';
}
