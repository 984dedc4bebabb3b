import { expect, test } from 'vitest';
import type { ChatFault } from '../../src/demo/chat/faults.ts';
import { createFaultSwitches } from '../../src/demo/fault-switches.ts';
import type { SlackFault } from '../../src/demo/slack/types.ts';

/** The switches over two stand-ins that only remember what they were told last. */
function createSwitches() {
  const told: { chat: readonly ChatFault[]; slack: readonly SlackFault[] } = { chat: [], slack: [] };
  const switches = createFaultSwitches(
    { setFaults: (faults) => (told.chat = faults) },
    { setFaults: (faults) => (told.slack = faults) },
  );
  const flip = (id: string, on: boolean) => switches.find((one) => one.id === id)?.set(on);
  return { told, switches, flip };
}

test('all switches are off at first, and no two have the same id', () => {
  const { switches } = createSwitches();
  expect(switches.filter((one) => one.isOn())).toEqual([]);
  expect(new Set(switches.map(({ id }) => id)).size).toBe(switches.length);
});

test('each switch makes trouble in its own stand-in only', () => {
  for (const { id, group } of createSwitches().switches) {
    const { told, flip } = createSwitches();
    flip(id, true);
    expect({ id, chat: told.chat.length, slack: told.slack.length }).toEqual(
      group === 'Slack' ? { id, chat: 0, slack: 1 } : { id, chat: 1, slack: 0 },
    );
  }
});

test('several are on at once, trouble of one account before trouble of every call', () => {
  const { told, flip } = createSwitches();
  flip('bad-gateway', true);
  flip('poison', true);
  flip('no-tables', true);

  expect(told.chat.map(({ kind }) => kind)).toEqual(['poison', 'status']);
  expect(told.slack).toEqual([{ kind: 'refuse-blocks', types: ['data_table', 'table'] }]);
});

test('one that is switched off leaves the others', () => {
  const { told, switches, flip } = createSwitches();
  flip('reset', true);
  flip('slow', true);
  flip('reset', false);

  expect(told.chat).toEqual([{ kind: 'slow', ms: 3000 }]);
  expect(switches.filter((one) => one.isOn()).map(({ id }) => id)).toEqual(['slow']);
});
