import { expect, onTestFinished, test } from 'vitest';
import { ACTIONS } from '../../src/slack/names.ts';
import { readAudit } from '../store/contracts/askers.ts';
import { openForm, textOf } from './digest-form.ts';
import { createForger } from './forged.ts';
import { CHANNELS, createWorld, PEOPLE } from './world.ts';

const asAdmin = { personId: PEOPLE.admin };
const asPriya = { personId: PEOPLE.nobody };

test('the audit keeps that a form was saved or previewed in vain, and why: also who tried which closed place', async () => {
  const world = await createWorld();
  onTestFinished(world.stop);
  const { slack } = world;
  await world.ask('/followstats allow @priya editor', asAdmin);
  await world.ask('/followstats list create empty', asAdmin);
  const form = await openForm(world, 'digest new', asPriya);
  const forger = createForger(world, PEOPLE.nobody);
  const filledIn = (channelId: string, accounts: string) => ({
    values: {
      title: { value: 'Mine' },
      channel: { selected_conversation: channelId },
      accounts: { value: accounts },
    },
  });
  const preview = async (channelId: string, accounts: string) => {
    const since = slack.mark();
    await forger.pressInView(form, ACTIONS.digestPreview, filledIn(channelId, accounts));
    await slack.waitForModal({ ...asPriya, since, matches: (view) => textOf(view).includes('"level":"error"') });
  };

  await forger.submit(form, filledIn(CHANNELS.growth, 'alice'));
  await forger.submit(form, filledIn(CHANNELS.community, 'list:secrets'));
  await preview(CHANNELS.growth, 'alice');
  await preview(CHANNELS.community, 'list:empty');

  const entries = await world.restart(({ audit }) => readAudit(audit));
  const own = entries.filter(({ actor, action }) => actor === PEOPLE.nobody && action !== 'digest-new');
  expect(own.map(({ action, outcome, details: { why } }) => [action, outcome, why])).toEqual([
    ['digest-create', 'failed', 'place-closed'],
    ['digest-create', 'failed', 'no-such-list'],
    ['digest-preview', 'failed', 'place-closed'],
    ['digest-preview', 'failed', 'no-accounts'],
  ]);
  expect(JSON.stringify(own)).not.toContain('secrets');
});
