import { expect, test } from 'vitest';
import type { ChatFault } from '../../src/demo/chat/faults.ts';
import type { WebhookRoute } from '../../src/demo/chat/webhooks.ts';
import { createFaultSwitches } from '../../src/demo/fault-switches.ts';
import type { SlackFault } from '../../src/demo/slack/types.ts';

/** The switches over two stand-ins that only remember the faults they were given last. */
function createSwitches() {
  const given = {
    chat: [] as readonly ChatFault[],
    route: undefined as WebhookRoute | undefined,
    slack: [] as readonly SlackFault[],
    outdated: 0,
  };
  const switches = createFaultSwitches(
    {
      setFaults: (faults) => (given.chat = faults),
      setWebhookRoute: (route) => (given.route = route),
    },
    { setFaults: (faults) => (given.slack = faults) },
    async () => {
      given.outdated += 1;
    },
  );
  const flip = (id: string, on: boolean) => switches.find((one) => one.id === id)?.set(on);
  return { given, switches, flip };
}

test('all switches are off at first, and no two have the same id', () => {
  const { switches } = createSwitches();
  expect(switches.filter((one) => one.isOn())).toEqual([]);
  expect(new Set(switches.map(({ id }) => id)).size).toBe(switches.length);
});

test('each switch makes faults in its own stand-in only', () => {
  for (const { id, group } of createSwitches().switches) {
    const { given, flip } = createSwitches();
    flip(id, true);
    expect({ id, chat: given.chat.length, webhooks: Number(!!given.route), slack: given.slack.length }).toEqual({
      id,
      chat: Number(group === 'Tencent Chat'),
      webhooks: Number(group === 'Webhooks'),
      slack: Number(group === 'Slack'),
    });
  }
});

test('several are on at once, faults of one account before faults of every call', () => {
  const { given, flip } = createSwitches();
  flip('bad-gateway', true);
  flip('poison', true);
  flip('no-tables', true);

  expect(given.chat.map(({ kind }) => kind)).toEqual(['poison', 'status']);
  expect(given.slack).toEqual([{ kind: 'refuse-blocks', types: ['data_table', 'table'] }]);
});

test('one that is switched off leaves the others', () => {
  const { given, switches, flip } = createSwitches();
  flip('reset', true);
  flip('slow', true);
  flip('reset', false);

  expect(given.chat).toEqual([{ kind: 'slow', ms: 3000 }]);
  expect(switches.filter((one) => one.isOn()).map(({ id }) => id)).toEqual(['slow']);
});

test('what Chat does is seen at once: counts are out of date when one of its switches was moved, and not for Slack’s', async () => {
  const { given, flip } = createSwitches();
  await flip('throttled', true);
  expect(given.outdated).toBe(1);
  await flip('throttled', true);
  await flip('no-tables', true);
  expect(given.outdated).toBe(1);
  await flip('throttled', false);
  expect(given.outdated).toBe(2);
});

test('lost webhooks aren’t sent, until the switch is off again', async () => {
  const { given, flip } = createSwitches();
  let sent = 0;
  const send = async () => {
    sent += 1;
  };
  await flip('webhooks-lost', true);
  await given.route?.({ kind: 'follow', follower: 'carol', accounts: ['alice'] }, send);
  expect([sent, given.outdated]).toEqual([0, 0]);
  await flip('webhooks-lost', false);
  expect(given.route).toBeUndefined();
});
