/**
 * Does pieces of work about the same thing one after the other, so that each sees what the one before has left. In this process
 * alone: replicas don't wait for each other. @returns as the work does
 */
export type InTurn = <Result>(about: string, work: () => Promise<Result>) => Promise<Result>;

/** Makes an `InTurn`; nothing is kept of what is over. */
export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (about, work) => {
    const mine = (last.get(about) ?? Promise.resolve()).then(work, work);
    last.set(about, mine);
    try {
      return await mine;
    } finally {
      if (last.get(about) === mine) last.delete(about);
    }
  };
}
