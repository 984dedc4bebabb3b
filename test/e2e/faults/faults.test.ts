import { describe, expect, test } from 'vitest';
import { type MadeFaults, type Seen, toLoss } from './fault-row.ts';
import { OF_CHAT } from './of-chat.ts';
import { OF_DIGESTS } from './of-digests.ts';
import { OF_DOORS, OF_STARTS } from './of-doors.ts';
import { OF_PROCESSES } from './of-processes.ts';
import { OF_SLACK } from './of-slack.ts';
import { OF_STORES } from './of-stores.ts';
import { renderMatrix } from './render-matrix.ts';

const GROUPS: Readonly<Record<string, MadeFaults>> = {
  Slack: OF_SLACK,
  'Tencent Chat': OF_CHAT,
  'A digest that is due': OF_DIGESTS,
  'The store': OF_STORES,
  'Requests and webhooks': OF_DOORS,
  'The process': OF_PROCESSES,
  'The start': OF_STARTS,
};

const seen = new Map(Object.keys(GROUPS).map((heading) => [heading, new Map<string, Seen>()] as const));

describe.each(Object.entries(GROUPS))('%s in trouble', (heading, faults) => {
  test.concurrent.each(Object.entries(faults))('%s: nothing is lost, and both sides are told', async (fault, make) => {
    const scope = new AsyncDisposableStack();
    try {
      const came = await make(scope);
      seen.get(heading)?.set(fault, came);
      expect(toLoss(came.kept)).toMatch(/^nothing: /);
      expect(came.person.join('')).not.toBe('');
      expect(came.operator.join('')).not.toBe('');
    } finally {
      await scope.disposeAsync();
    }
  });
});

test('what was seen is what test/faults.md says', async () => {
  // In the order of the lists, whichever ended first.
  const groups = new Map(
    Object.entries(GROUPS).map(([heading, faults]) => {
      const rows = seen.get(heading);
      return [
        heading,
        new Map(Object.keys(faults).map((fault) => [fault, rows?.get(fault) as Seen] as const)),
      ] as const;
    }),
  );
  await expect(renderMatrix(groups)).toMatchFileSnapshot('../../faults.md');
});
