import { expect, onTestFinished, test } from 'vitest';
import type { View } from '../../src/demo/slack/types.ts';
import { createDigest } from './digest-world.ts';
import { control, homesOf, said } from './open-home.ts';
import { createWorld, PEOPLE } from './world.ts';

const { admin, viewer, nobody } = PEOPLE;
const asAdmin = { personId: admin };

async function open({ digests = 0 } = {}) {
  const world = await createWorld({ mode: 'socket' });
  onTestFinished(() => world.stop());
  if (digests > 0) {
    await world.restart(async (store) => {
      for (let n = 1; n <= digests; n += 1) await createDigest(store, { title: `Digest ${n}` });
    });
  }
  const homes = homesOf(world);
  const lookUp = (personId: string, text: string, matches: (view: View) => boolean) =>
    homes.after(
      personId,
      () => world.slack.fillIn({ personId, surface: 'home', values: { followstats_home_lookup: text } }),
      matches,
    );
  return { world, homes, lookUp };
}

test('what an admin was shown is gone once they are a viewer', async () => {
  const { world, homes } = await open({ digests: 1 });
  await world.ask('/followstats allow @priya admin', asAdmin);
  await homes.open(nobody, (view) => said(view).includes('#1 Digest 1'));
  world.slack.setFaults([{ kind: 'refuse', method: 'views.open', error: 'expired_trigger_id' }]);
  await homes.press(nobody, control('access'), (view) => said(view).split('Who may use followstats').length === 3);
  await world.ask('/followstats allow @priya viewer', asAdmin);
  const left = await homes.until(nobody, (view) => !said(view).includes('audit log'));
  expect(said(left)).not.toMatch(/FOLLOWSTATS_|Who may use/);
  // Nor does it come back.
  await world.ask('/followstats allow @priya admin', asAdmin);
  const again = await homes.until(nobody, (view) => said(view).includes('audit log'));
  expect(said(again).split('Who may use followstats')).toHaveLength(2);
});

test('what is said of a digest is gone once it is no longer so', async () => {
  const { world, homes } = await open({ digests: 2 });
  await homes.open(admin);
  const pause = () =>
    homes.choose(admin, control('digest-1'), 'digest pause 1\ndigest list', (view) =>
      said(view).includes('is paused.'),
    );
  await pause();
  // What is changed besides leaves it there.
  await world.ask('/followstats list create vip alice', asAdmin);
  await homes.until(admin, (view) => said(view).includes('list:vip') && said(view).includes('is paused.'));
  await world.ask('/followstats digest resume 1', asAdmin);
  await homes.until(admin, (view) => !said(view).includes('is paused.'));

  await homes.choose(admin, control('digest-2'), 'digest delete 2', (view) => said(view).includes('is deleted.'));
  await world.ask('/followstats digest restore 2', asAdmin);
  await homes.until(admin, (view) => said(view).includes('#2 Digest 2') && !said(view).includes('is deleted.'));

  await homes.choose(admin, control('digest-2'), 'digest run 2\ndigest list', (view) =>
    /in a moment|Last post/.test(said(view)),
  );
  await homes.until(admin, (view) => said(view).includes('Last post') && !said(view).includes('in a moment'));
});

test('a look-up is seen at once, and whose answer is there, also the second time', async () => {
  const { world, homes, lookUp } = await open();
  await homes.open(viewer);
  await lookUp(viewer, 'alice', (view) => /Looked up .*alice.*The answer is in your messages/.test(said(view)));
  world.chat.setFaults([{ kind: 'slow', ms: 1000 }] as never);
  const working = await lookUp(viewer, 'bob', (view) => said(view).includes('Looking up '));
  expect(said(working)).toContain('"text":"bob"');
  expect(said(working)).not.toContain('The answer is in');
  const done = await homes.until(viewer, (view) => said(view).includes('Looked up '));
  expect(said(done)).toContain('"text":"bob"');
  expect(said(done)).not.toMatch(/Looking up|"text":"alice"/);
});

test('what is wrong with what was typed there is said in words for a field', async () => {
  const { homes, lookUp } = await open();
  await homes.type('list create vip alice');
  await homes.open(viewer, (view) => said(view).includes('list:vip'));
  for (const [text, words] of [
    ['"alice', 'Close the quote: \\"alice'],
    ['"with space"bob', 'Put a space after the closing quote'],
    ['', 'Type at least one UserID.'],
    ['list:nope', 'There is no list:nope.'],
  ] as const) {
    const home = await lookUp(viewer, text, (view) => said(view).includes(words));
    expect(said(home)).not.toMatch(/\/followstats|look-up/);
  }
  await lookUp(viewer, 'list:vpi', (view) => said(view).includes('Did you mean list:vip?'));
  await homes.press(viewer, control('corrected'), (view) => /Looked up .*list:vip/.test(said(view)));
});

test('the rules that open over a Home name no command, since none can be typed there', async () => {
  const { world, homes } = await open();
  await homes.open(admin);
  const since = world.slack.mark();
  await world.slack.pressInView({ ...asAdmin, surface: 'home', actionId: control('access') });
  const rules = await world.slack.waitForModal({
    ...asAdmin,
    since,
    matches: (view) => said(view).includes('Who may use followstats'),
  });
  expect(said(rules)).not.toContain('/followstats');
});

test('the end of the audit log has what was done, and not who opened their Home', async () => {
  const { homes } = await open();
  await homes.type('list create vip alice');
  for (let n = 0; n < 9; n += 1) await homes.open(viewer);
  const home = await homes.open(admin, (view) => said(view).includes('Make a list'));
  expect(said(home)).not.toContain('Open the Home tab');
});
