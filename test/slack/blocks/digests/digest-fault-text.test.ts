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
  log: true,
};

test.each([undefined, 'edit'] as const)(
  'an unknown action is answered with every action there is, when %s is suggested',
  (suggestion) => {
    const text = toPlain(describeFault(readerOf(), { kind: 'unknown-digest-action', word: 'edti', suggestion }));
    const [, named = ''] = /comes (.*), not edti\./.exec(text) ?? [];
    expect(named.split(/, | or /).toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
  },
);
