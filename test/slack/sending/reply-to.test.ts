import { expect, test } from 'vitest';
import { readOrigin } from '../../../src/slack/sending/reply-to.ts';

const SECRET = 'https://hooks.slack.com/commands/T1/1/the-secret-part';

test.each([
  [
    { responseUrl: SECRET, channelId: 'C1' },
    { kind: 'response-url', url: SECRET, channelId: 'C1' },
  ],
  [{ responseUrl: SECRET }, { kind: 'response-url', url: SECRET, channelId: undefined }],
  [
    { responseUrl: '', channelId: 'C1' },
    { kind: 'channel', channelId: 'C1' },
  ],
  [
    { responseUrl: 'no URL', channelId: 'C1' },
    { kind: 'channel', channelId: 'C1' },
  ],
  [
    { channelId: 'C1', threadTs: '1.2' },
    { kind: 'channel', channelId: 'C1', threadTs: '1.2' },
  ],
  [{ responseUrl: '', channelId: '' }, { kind: 'direct-message' }],
  [{}, { kind: 'direct-message' }],
])('of %j the answer goes to %j', (payload, replyTo) => {
  expect(readOrigin({ personId: 'U1', ...payload }).replyTo).toEqual(replyTo);
});

test('who asks holds no secret', () => {
  const { asker } = readOrigin({ personId: 'U1', channelId: 'C1', responseUrl: SECRET });
  expect(asker).toEqual({ personId: 'U1', channelId: 'C1' });
});
