import type { Converse } from './conversation.ts';
import type { PressArgs, ReadPress } from './pressed.ts';

interface Options {
  readonly converse: Converse;
  readonly readPress: ReadPress;
}

/** *Refresh*: the same question past the cache; the new answer takes the old one's place. */
export function createOnRefresh({ converse, readPress }: Options) {
  return async (args: PressArgs): Promise<void> => {
    await args.ack();

    const { command, address } = await readPress(args);
    const question = { asker: address, command, entry: 'refresh', fresh: true } as const;
    // What is wrong with the button takes no answer away.
    await converse(question, address, command.kind === 'wrong' ? {} : { send: { replace_original: true } });
  };
}
