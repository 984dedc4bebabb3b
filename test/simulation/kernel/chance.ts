import { createHash } from 'node:crypto';
import { createChance } from '../../../src/demo/chance.ts';

/** Everything random of a simulation. Equal seeds give equal numbers. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** @param share of all times, from 0 (never) to 1 (always) */
  happens(share: number): boolean;
  /** A number from `least` up to, not including, `most`. */
  between(least: number, most: number): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** One of a list that isn't empty. */
  pick<Item>(items: readonly Item[]): Item;
  /** One of a list that isn't empty, by weights above 0. */
  weighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item;
  /** Another source that goes by the same seed, so that what one part takes doesn't change what another gets. */
  fork(name: string): Chance;
}

/** @param seed a whole number */
export function createSeededChance(seed: number, name = ''): Chance {
  const next = createChance(createHash('sha256').update(`${seed} ${name}`).digest().readInt32LE());
  const chance: Chance = {
    next,
    happens: (share) => next() < share,
    between: (least, most) => least + next() * (most - least),
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items) => at(items, Math.floor(next() * items.length)),
    weighted(items) {
      let left = next() * items.reduce((sum, { weight }) => sum + weight, 0);
      for (const item of items) {
        left -= item.weight;
        if (left < 0) return item;
      }
      return at(items, items.length - 1);
    },
    fork: (other) => createSeededChance(seed, `${name}/${other}`),
  };
  return chance;
}

function at<Item>(items: readonly Item[], n: number): Item {
  if (n >= items.length) throw new RangeError('nothing to choose from');
  return items[n] as Item;
}
