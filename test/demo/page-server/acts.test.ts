import { expect, test } from 'vitest';
import type { DemoAct } from '../../../src/demo/chat-acts.ts';
import { openPage } from './open-page.ts';

const act = (id: string, run: DemoAct['run']): DemoAct => ({ id, label: () => `Let ${id} happen`, run });

test('what can be let happen in Chat stands in the state, happens when asked for, and says what happened', async () => {
  let happened = 0;
  const come: DemoAct = {
    id: 'come',
    label: () => `Come, the ${happened + 1}. time`,
    run: async () => {
      happened += 1;
      return 'Somebody came.';
    },
  };
  const { post, state } = await openPage({ acts: [come, act('go', async () => 'Somebody left.')] });
  expect((await state()).acts).toEqual([
    { id: 'come', label: 'Come, the 1. time' },
    { id: 'go', label: 'Let go happen' },
  ]);
  expect(await post('/demo/act', { id: 'come' })).toEqual({ status: 200, json: { words: 'Somebody came.' } });
  expect((await state()).acts[0].label).toBe('Come, the 2. time');
});

test('what isn’t offered is refused in one sentence', async () => {
  const { post, state } = await openPage();
  expect((await state()).acts).toEqual([]);
  const error = 'There is nothing called come to let happen.';
  expect(await post('/demo/act', { id: 'come' })).toEqual({ status: 400, json: { error } });
});
