import { expect, onTestFinished, test } from 'vitest';
import { readAudit } from '../store/contracts/askers.ts';
import { openForm } from './digest-form.ts';
import { createForger } from './forged.ts';
import { CHANNELS, createWorld, PEOPLE } from './world.ts';

const asAdmin = { personId: PEOPLE.admin };
const text = (value: string) => ({ type: 'plain_text_input', value });
const FILLED_IN = {
  title: text('Mine'),
  channel: { type: 'conversations_select', selected_conversation: CHANNELS.community },
  accounts: text('alice list:secrets'),
};

/** Whoever speaks in the private channel is an editor there, and there is a list. */
async function openWorld() {
  const world = await createWorld();
  onTestFinished(world.stop);
  await world.ask('/followstats allow #growth editor', { ...asAdmin, channelId: CHANNELS.growth });
  await world.ask('/followstats list create secret alice', asAdmin);
  return world;
}

test('a form that says it was asked for in a channel lends nobody that channel’s role who isn’t in it', async () => {
  const world = await openWorld();
  const form = await openForm(world, 'digest new', { ...asAdmin, channelId: CHANNELS.growth });
  const answer = await createForger(world, PEOPLE.nobody).submit(form, { values: FILLED_IN });
  expect(answer).toMatchObject({ response_action: 'update' });
  expect(JSON.stringify(answer)).toContain('You haven’t been given access to followstats.');
  expect(JSON.stringify(answer)).not.toContain('secret');

  const entries = await world.restart(({ audit }) => readAudit(audit));
  expect(entries.at(-1)).toMatchObject({ actor: PEOPLE.nobody, action: 'digest-create', outcome: 'refused' });
});

test('the people of that channel use its role in a form that was asked for there', async () => {
  const world = await openWorld();
  const form = await openForm(world, 'digest new', { personId: PEOPLE.chinese, channelId: CHANNELS.growth });
  const forger = createForger(world, PEOPLE.chinese);
  expect(await forger.submit(form, { values: { ...FILLED_IN, accounts: text('alice') } })).toEqual({});
});

test('where Slack doesn’t say who is in it, nobody is let in by it, and that is what they read', async () => {
  const world = await openWorld();
  const form = await openForm(world, 'digest new', { personId: PEOPLE.chinese, channelId: CHANNELS.growth });
  world.slack.setFaults([{ kind: 'refuse', method: 'conversations.info', error: 'fatal_error' }]);
  const answer = await createForger(world, PEOPLE.chinese).submit(form, { values: FILLED_IN });
  expect(JSON.stringify(answer)).toContain('followstats 暂时无法读取授权记录。');
});
