import { withDeadline } from '../../deadline.ts';
import { AppError } from '../../errors.ts';
import type { Homes } from '../../followstats/homes.ts';

/** A person looks at their Home meanwhile. As long as the store itself gives a read. */
const WAIT_MS = 2500;

/**
 * The Homes as they are where a person waits for theirs: a store that hangs has failed after 2.5 s. What it does of it later does no
 * harm: a Home is shown once more, or the pages that its person wanted are in the store, too.
 */
export function createPromptHomes(homes: Homes): Homes {
  const promptly = <Asked extends readonly unknown[], Result>(work: (...asked: Asked) => Promise<Result>) => {
    return (...asked: Asked): Promise<Result> => withDeadline(work(...asked), { ms: WAIT_MS }, throwUnavailable);
  };
  return {
    ...homes,
    open: promptly(homes.open),
    turn: promptly(homes.turn),
    tell: promptly(homes.tell),
    untell: promptly(homes.untell),
    read: promptly(homes.read),
    claim: promptly(homes.claim),
    release: promptly(homes.release),
  };
}

function throwUnavailable(): never {
  throw new AppError('store_unavailable', `the store gave no answer in ${WAIT_MS} ms`);
}
