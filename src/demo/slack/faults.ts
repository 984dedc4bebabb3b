import type { SlackFault } from './types.ts';

/** Trouble with one request, as opposed to with some blocks. */
export type RequestFault = Exclude<SlackFault, { readonly kind: 'refuse-blocks' }>;

export interface Faults {
  /** Replaces whatever was set before. */
  set(faults: readonly SlackFault[]): void;
  /** The trouble due for the next request of this method; counts as one of its `times`. */
  take(method: string): RequestFault | undefined;
  /** Block types that this workspace refuses at present. */
  refusedBlocks(): ReadonlySet<string>;
}

export function createFaults(): Faults {
  let refused: ReadonlySet<string> = new Set();
  let due: { readonly fault: RequestFault; left: number }[] = [];
  return {
    set: (faults) => {
      refused = new Set(faults.flatMap((fault) => (fault.kind === 'refuse-blocks' ? fault.types : [])));
      due = faults.flatMap((fault) => (fault.kind === 'refuse-blocks' ? [] : [{ fault, left: fault.times }]));
    },
    take: (method) => {
      const next = due.find(({ fault, left }) => fault.method === method && left > 0);
      if (next) next.left -= 1;
      return next?.fault;
    },
    refusedBlocks: () => refused,
  };
}
