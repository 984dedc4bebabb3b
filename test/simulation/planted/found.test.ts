import { describe, expect, test } from 'vitest';
import { simulateInChild } from '../child.ts';
import { BUGS } from './bugs.ts';

describe.concurrent('each bug that is planted is found by its seed', () => {
  test.each(BUGS)('$name: $about', async ({ name, seed, days }) => {
    const { violation } = await simulateInChild({ seed, days, plant: name, postgres: undefined });
    expect(violation, `seed ${seed} does not find ${name} within ${days} virtual days any more`).toBeDefined();
  });
});
