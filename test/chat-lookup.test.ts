import { expect, test } from 'vitest';
import { createChatReads } from '../src/chat-lookup.ts';
import { readConfig } from '../src/config.ts';
import { createBudgets } from '../src/lookup/budget/budgets.ts';
import { createPool } from '../src/tencent/pool.ts';

/** What each Chat command's budget is made with. */
async function budgetsOf(callsPerSecond: string): Promise<Readonly<Record<string, number>>> {
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-none',
    SLACK_APP_TOKEN: 'xapp-none',
    TENCENT_SDK_APP_ID: '1400000000',
    TENCENT_SECRET_KEY: '0123456789abcdef'.repeat(4),
    TENCENT_BASE_URL: 'http://127.0.0.1:9',
    TENCENT_MAX_CALLS_PER_SECOND: callsPerSecond,
  });
  await using pool = {
    dispatcher: createPool('http://127.0.0.1:9'),
    [Symbol.asyncDispose]: () => pool.dispatcher.destroy(),
  };
  const made: Record<string, number> = {};
  const budgets = createBudgets({ now: () => 0 });
  createChatReads(
    config,
    pool.dispatcher,
    {},
    {
      budgets: (name, most) => {
        made[name] = most;
        return budgets(name, most);
      },
    },
  );
  return made;
}

test.each([
  ['160', 160],
  ['40', 40],
  ['200', 160],
  ['10000', 160],
])(
  'with %s calls a second each Chat command has a budget of its own of %i: never more than 80 %% of what is documented',
  async (asked, most) => {
    expect(await budgetsOf(asked)).toEqual({
      follow_get_info: most,
      follow_get: most,
      follow_check: most,
      portrait_get: most,
    });
  },
);
