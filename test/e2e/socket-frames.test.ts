import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { createWorld, type World } from './world.ts';

let world: World;
afterEach(() => world.stop());

const SOON = { timeout: 4000, interval: 5 };
const unusable = () => world.log.lines.filter((line) => line.includes('can’t use'));

const ODD_FRAMES: readonly unknown[] = [
  null,
  7,
  true,
  'words',
  [],
  [{ type: 'hello' }],
  {},
  { type: null },
  { type: 'ws_message' },
  { type: 'error' },
  { type: 'close' },
  { type: 'disconnected' },
  { type: 'slash_commands', payload: { command: '/followstats' } },
  { type: 'slash_commands', envelope_id: 7, payload: {} },
];
/** With an `envelope_id`, by which they can be acknowledged. */
const ODD_ENVELOPES: readonly object[] = [
  { type: 'events_api' },
  { type: 'events_api', payload: {} },
  { type: 'events_api', payload: { type: 'app_rate_limited' } },
  { type: 'events_api', payload: { event: null } },
  { type: 'events_api', payload: { event: {} } },
  { type: 'events_api', payload: { type: 'event_callback', event: { type: 'disconnected' } } },
  { type: 'slash_commands', payload: null },
  { type: 'slash_commands', payload: [] },
  { type: 'slash_commands', payload: {} },
  { type: 'interactive', payload: 'words' },
  { type: 'interactive', payload: { type: 'block_actions' } },
  { type: 'interactive', payload: { type: 'block_actions', actions: [] } },
  { type: 'interactive', payload: { type: 'view_submission', view: null } },
  { type: 'a_type_of_next_year', payload: {} },
];

test('messages that make no sense are dropped, acknowledged where that can be, and logged sparingly', async () => {
  world = await createWorld({ mode: 'socket' });
  const { sockets } = world.slack;
  for (const text of ['', '{', 'undefined', '{"type":', ...ODD_FRAMES.map((frame) => JSON.stringify(frame))])
    sockets.sendText(text);
  sockets.sendBytes(Uint8Array.from([0xc3, 0x28, 0, 255]));
  const ids = ODD_ENVELOPES.map((_, index) => `odd-${index}`);
  for (const [index, frame] of ODD_ENVELOPES.entries())
    sockets.sendText(JSON.stringify({ ...frame, envelope_id: ids[index] }));

  await expect
    .poll(() => sockets.acknowledgements.map(({ envelopeId }) => envelopeId).sort(), SOON)
    .toEqual(ids.sort());
  expect((await world.ask('/followstats alice')).text).toMatch(/^\w+ · \d+ followers? /);
  expect(sockets.openedEver).toBe(1);
  expect(unusable()).toHaveLength(1);
  expect(unusable().join()).toContain('it is not JSON');
}, 20_000);

test('whatever comes over the socket, the app goes on', async () => {
  world = await createWorld({ mode: 'socket' });
  const { sockets } = world.slack;
  const frame = fc.oneof(
    fc.json(),
    fc.string(),
    fc
      .record(
        {
          type: fc.constantFrom('slash_commands', 'interactive', 'events_api', 'other'),
          envelope_id: fc.oneof(fc.uuid(), fc.jsonValue()),
          payload: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue()),
          retry_attempt: fc.jsonValue(),
        },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(frame, (text) => sockets.sendText(text)),
    { numRuns: 400 },
  );
  expect((await world.ask('/followstats alice')).text).toMatch(/^\w+ · \d+ followers? /);
  expect(sockets.openedEver).toBe(1);
}, 30_000);
