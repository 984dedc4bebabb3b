import { expect } from 'vitest';
import type { Surface } from '../../../../src/demo/slack/blocks/shape.ts';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';

/** A documented number, and blocks that reach it when they are made with it. */
export interface Limit {
  readonly of: string;
  readonly most: number;
  /** What is refused when there is one more. */
  readonly pointer: string;
  readonly blocks: (size: number) => readonly unknown[];
  readonly surface?: Surface;
}

/** At the limit the blocks are taken; with one more they are refused at `pointer`. */
export function expectLimit({ most, pointer, blocks, surface = 'message' }: Limit): void {
  expect(validateBlocks(blocks(most), surface)).toEqual([]);
  const faults = validateBlocks(blocks(most + 1), surface);
  expect(faults).toContainEqual(expect.objectContaining({ pointer, code: 'failed_constraint' }));
}
