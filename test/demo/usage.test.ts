import { expect, test } from 'vitest';
import { demoAccounts } from '../../src/demo/chat/seed.ts';
import { PEOPLE } from '../../src/demo/slack/seed.ts';
import { ACCOUNTS_TO_TRY, USAGE, WHO_THERE_IS } from '../../src/demo/usage.ts';

test('the help lists accounts that exist, but for one, and everybody who can type', () => {
  expect(ACCOUNTS_TO_TRY.filter((id) => !demoAccounts.includes(id))).toEqual(['ghost']);
  for (const id of ACCOUNTS_TO_TRY) expect(WHO_THERE_IS).toContain(id);
  for (const { name, note } of PEOPLE) expect(WHO_THERE_IS).toContain(`${name} (${note})`);
  expect(USAGE).toContain(WHO_THERE_IS);
});
