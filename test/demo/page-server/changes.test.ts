import { expect, onTestFinished, test } from 'vitest';
import type { FaultSwitch } from '../../../src/demo/fault-switches.ts';
import { ANA, OPEN } from '../slack/open-workspace.ts';
import { openPage } from './open-page.ts';

function switchOff(id: string): FaultSwitch {
  let on = false;
  return {
    id,
    label: `Fault ${id}`,
    group: 'Slack',
    isOn: () => on,
    set: (wanted) => {
      on = wanted;
    },
  };
}

/** Opens the page's event stream; gives a function that waits for the next words on it. */
async function listen(url: string) {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const { body } = await fetch(new URL('/demo/events', url), { signal: leaving.signal });
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  return async () => new TextDecoder().decode((await reader.read()).value);
}

test('an open page is notified of each change of the workspace', async () => {
  const { page, workspace } = await openPage();
  const next = await listen(page.url);
  expect(await next()).toBe('retry: 1000\n\n');

  await workspace.type({ personId: ANA.id, channelId: OPEN, text: 'hello' });

  expect(await next()).toBe('event: change\ndata:\n\n');
});

test('a fault switch that is moved is on for every open page', async () => {
  const { page, post, state } = await openPage({ faultSwitches: [switchOff('a'), switchOff('b')] });
  const next = await listen(page.url);
  await next();

  expect(await post('/demo/faults', { id: 'b', on: true })).toEqual({ status: 200, json: { id: 'b', on: true } });

  expect(await next()).toBe('event: change\ndata:\n\n');
  expect((await state()).faults).toEqual([
    { id: 'a', label: 'Fault a', group: 'Slack', on: false },
    { id: 'b', label: 'Fault b', group: 'Slack', on: true },
  ]);
});

test.each([
  [{ id: 'z', on: true }, 'There is no fault switch z.'],
  [{ id: 'a', on: 'yes' }, '"on" must be true or false.'],
])('%j moves nothing', async (body, error) => {
  const { post } = await openPage({ faultSwitches: [switchOff('a')] });
  expect(await post('/demo/faults', body)).toEqual({ status: 400, json: { error } });
});
