import { expect, test } from 'vitest';
import { toSlackbotText } from '../../../src/demo/page/slackbot-text.ts';
import type { Delivery } from '../../../src/demo/slack/types.ts';

const delivery = (error: string | undefined): Delivery => ({
  kind: 'command',
  status: 0,
  body: '',
  ackMs: 3000,
  error,
});

test.each([
  ['/followstats alice', 'operation_timeout', '/followstats failed with the error “operation_timeout”.'],
  ['/followstats alice', 'It is not supported in threads. Sorry!', 'It is not supported in threads. Sorry!'],
  ['/nope', '"/nope" is not a valid command', '"/nope" is not a valid command. In Slack, all messages'],
])('%s with %s reads as Slackbot words it', (typed, error, said) => {
  expect(toSlackbotText(typed, delivery(error))).toContain(said);
});

test('a command that was acknowledged needs no word of Slackbot', () => {
  expect(toSlackbotText('/followstats alice', delivery(undefined))).toBeUndefined();
});
