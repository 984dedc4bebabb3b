import type { Converse } from './conversation.ts';
import type { PressArgs, ReadPress } from './pressed.ts';

/** More than anybody presses within the half hour in which an answer's buttons work. */
const MOST_REMEMBERED = 10_000;

interface Options {
  readonly converse: Converse;
  readonly readPress: ReadPress;
}

/** *Share*: shows an answer to the channel, once; a second press, or a double click, is told so. */
export function createOnShare({ converse, readPress }: Options) {
  const shared = new Set<string>();

  return async (args: PressArgs): Promise<void> => {
    await args.ack();

    const { command, address, answerId } = await readPress(args);
    if (shared.has(answerId)) {
      const again = { kind: 'wrong', fault: { kind: 'already-shared' } } as const;
      await converse({ asker: address, command: again, entry: 'share' }, address);
      return;
    }
    shared.add(answerId);
    const [oldest] = shared;
    if (shared.size > MOST_REMEMBERED && oldest) shared.delete(oldest);
    const isShared = await converse({ asker: address, command, entry: 'share' }, address, {
      sharedBy: address.personId,
      send: { response_type: 'in_channel' },
    });
    if (!isShared) shared.delete(answerId);
  };
}
