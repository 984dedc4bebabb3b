import { expect, test } from 'vitest';
import type { DigestAction } from '../../../../src/followstats/digests/read.ts';
import { describeFault } from '../../../../src/slack/blocks/commands/fault-text.ts';
import { toPlain } from '../../../../src/slack/blocks/kit/inline.ts';
import { readerOf } from '../../readers.ts';

/** Every action, by the type. */
const ACTIONS: Readonly<Record<DigestAction, true>> = {
  new: true,
  list: true,
  edit: true,
  run: true,
  pause: true,
  resume: true,
  delete: true,
  restore: true,
  log: true,
};

const describeAction = (suggestion: DigestAction | undefined) =>
  toPlain(describeFault(readerOf(), { kind: 'unknown-digest-action', word: 'edti', suggestion }));

test('an unknown action is answered with every action there is', () => {
  const [, named = ''] = /There’s new, (.*)\.$/.exec(describeAction(undefined)) ?? [];
  expect(['new', ...named.split(/, | and /)].toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
});

test('one that is nearly an action is answered with a right command of that', () => {
  expect(describeAction('edit')).toBe('There’s no edti for digests. Did you mean /followstats digest edit 3?');
});

test.each([
  ['the one that was typed', 'edit 12', 'edit 12'],
  ['an example where its number is missing, too', 'edit', 'edit 3'],
  ['an example where it can’t be shown as it was typed', 'edit &lt;', 'edit 3'],
])('the command that was meant: %s', (_, corrected, shown) => {
  const fault = {
    kind: 'unknown-digest-action',
    word: 'edti',
    suggestion: 'edit',
    corrected: `digest ${corrected}`,
  } as const;
  expect(toPlain(describeFault(readerOf(), fault))).toContain(`Did you mean /followstats digest ${shown}?`);
});
