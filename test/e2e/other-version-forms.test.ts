import { expect, onTestFinished, test } from 'vitest';
import type { View } from '../../src/demo/slack/types.ts';
import { ACTIONS } from '../../src/slack/names.ts';
import { openForm, SAVED, textOf } from './digest-form.ts';
import { createForger } from './forged.ts';
import { createWorld, PEOPLE } from './world.ts';

type Changed = Parameters<ReturnType<typeof createForger>['submit']>[1];

const asAdmin = { personId: PEOPLE.admin };
const WORDS = 'This form is from another version of followstats';

async function open() {
  const world = await createWorld();
  onTestFinished(world.stop);
  const { slack } = world;
  await openForm(world);
  await slack.fillIn({ ...asAdmin, values: { ...SAVED, title: 'Half typed' } });
  const form = slack.modalOf(PEOPLE.admin) as View;
  return { world, slack, form, forger: createForger(world, PEOPLE.admin) };
}

const withMetadata = (form: View, change: (kept: Record<string, unknown>) => unknown) => ({
  metadata: JSON.stringify(change(JSON.parse(form.privateMetadata))),
});

const CASES: Readonly<Record<string, (form: View) => Changed>> = {
  'metadata that is no JSON': () => ({ metadata: 'v2:abc' }),
  'no metadata': () => ({ metadata: '' }),
  'metadata that is a list': () => ({ metadata: '[]' }),
  'metadata that lacks a field': (form) => withMetadata(form, ({ days: _, ...rest }) => rest),
  'metadata with a field more': (form) => withMetadata(form, (kept) => ({ ...kept, colour: 'red' })),
  'metadata that names no digest': (form) =>
    withMetadata(form, (kept) => ({ ...kept, edited: { id: 'x', ownerId: 'U1' } })),
  'metadata with an eighth day': (form) => withMetadata(form, (kept) => ({ ...kept, days: [8] })),
  'a way to write a schedule that is not known': () => ({
    values: { [ACTIONS.digestWhen]: { type: 'static_select', selected_option: { value: 'monthly' } } },
  }),
  'a day that is not known': () => ({
    values: { [ACTIONS.digestDays]: { type: 'checkboxes', selected_options: [{ value: '9' }] } },
  }),
  'an option that is not known': () => ({
    values: { options: { type: 'checkboxes', selected_options: [{ value: 'confetti' }] } },
  }),
  'a language that is not known': () => ({
    values: { language: { type: 'static_select', selected_option: { value: 'tlh' } } },
  }),
  'a time zone that was typed, as in older forms': ({ blocks }) => ({
    blocks: blocks.map((block) =>
      block.block_id === ACTIONS.digestTimeZone ? { ...block, block_id: 'followstats_digest_zone' } : block,
    ),
  }),
  'a field of another kind': () => ({ values: { people: { type: 'external_select', selected_users: 'U1' } } }),
  'a field less': ({ blocks }) => ({ blocks: blocks.filter(({ block_id: id }) => id !== 'percent') }),
  'a field more': ({ blocks }) => ({
    blocks: [...blocks, { ...blocks.find(({ block_id: id }) => id === 'title'), type: 'input', block_id: 'emoji' }],
  }),
};

test.each(Object.keys(CASES))('a form with %s says so, keeps what was typed, and saves nothing', async (name) => {
  const { world, slack, form, forger } = await open();
  const changed = CASES[name]?.(form);

  const answer = await forger.submit(form, changed);
  expect(answer).toEqual({ response_action: 'errors', errors: { title: expect.stringContaining(WORDS) } });

  for (const action of [ACTIONS.digestPreview, ACTIONS.digestTimeZone]) {
    const since = slack.mark();
    await forger.pressInView(form, action, { blocks: form.blocks, ...changed });
    const shown = await slack.waitForModal({ ...asAdmin, since, matches: (view) => textOf(view).includes(WORDS) });
    expect(shown.values).toMatchObject({ title: { title: { value: 'Half typed' } } });
    expect(textOf(shown).split(WORDS)).toHaveLength(2);
  }

  const logged = world.log.named('a form of another version');
  expect(logged.map(({ deed }) => deed)).toEqual(['save', 'preview', 'change']);
  expect(world.log.lines.join('\n')).not.toContain('Half typed');
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain('There are no digests yet');
});

test('where the title isn’t among the fields, the first field says it', async () => {
  const { form, forger } = await open();
  const blocks = form.blocks.filter(({ block_id: id }) => id !== 'title');
  expect(await forger.submit(form, { blocks })).toEqual({
    response_action: 'errors',
    errors: { channel: expect.stringContaining(WORDS) },
  });
});

test('a form, and a button in one, that this version has no listener for say the same', async () => {
  const { slack, form, forger } = await open();
  expect(await forger.submit(form, { callbackId: 'followstats_watch' })).toEqual({
    response_action: 'errors',
    errors: { title: expect.stringContaining(WORDS) },
  });
  const since = slack.mark();
  await forger.pressInView(form, 'followstats_digest_translate');
  const shown = await slack.waitForModal({ ...asAdmin, since, matches: (view) => textOf(view).includes(WORDS) });
  expect(shown.values).toMatchObject({ title: { title: { value: 'Half typed' } } });
});
