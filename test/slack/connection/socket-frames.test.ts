import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrame } from '../../../src/slack/connection/socket-frames.ts';

const read = (frame: unknown) => readFrame(JSON.stringify(frame));

test.each([
  [
    { type: 'hello', num_connections: 2 },
    { kind: 'hello', connections: 2 },
  ],
  [
    { type: 'hello', num_connections: 'two' },
    { kind: 'hello', connections: undefined },
  ],
  [
    { type: 'disconnect', reason: 'warning' },
    { kind: 'disconnect', reason: 'warning' },
  ],
  [{ type: 'disconnect' }, { kind: 'disconnect', reason: 'unknown' }],
  [
    { type: 'slash_commands', envelope_id: 'e1', payload: { command: '/followstats' }, accepts_response_payload: true },
    { kind: 'request', envelopeId: 'e1', body: { command: '/followstats' } },
  ],
  [
    {
      type: 'events_api',
      envelope_id: 'e2',
      payload: { type: 'event_callback', event: { type: 'app_home_opened', user: 'U1' } },
      retry_attempt: 1,
      retry_reason: 'timeout',
    },
    {
      kind: 'request',
      envelopeId: 'e2',
      body: { type: 'event_callback', event: { type: 'app_home_opened', user: 'U1' } },
      retryNum: 1,
      retryReason: 'timeout',
    },
  ],
])('%j is read', (frame, expected) => {
  expect(read(frame)).toEqual(expected);
});

test.each([
  [null, 'it is not an object', undefined],
  [[1], 'it is not an object', undefined],
  [{ type: 'next_year', envelope_id: 'e' }, 'its type is unknown', 'e'],
  [{ type: 'interactive', envelope_id: 'e' }, 'its payload is not as documented', 'e'],
  [{ type: 'interactive', payload: {} }, 'its envelope_id is not as documented', undefined],
  [{ type: 'events_api', envelope_id: 'e', payload: { a: 1 } }, 'its payload.event is not as documented', 'e'],
  [
    { type: 'events_api', envelope_id: 'e', payload: { event: {} } },
    'its payload.event.type is not as documented',
    'e',
  ],
])('%j can’t be used, and the error says why', (frame, why, envelopeId) => {
  expect(read(frame)).toEqual({ kind: 'unusable', why, envelopeId });
});

test('any message is read without an error, and nothing of it is repeated', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), fc.uint8Array(), fc.anything()), (data) => {
      const frame = readFrame(data);
      if (frame.kind === 'unusable') expect(frame.why).toMatch(/^it[a-z_.A-Z ]+$/);
    }),
  );
});
