import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { readRejection } from '../../../src/slack/field-test/rejection.ts';
import { createCanaries } from '../../canaries.ts';

const TOKENS = {
  'bot token': 'xoxb-1234567890-canaryofabottoken',
  'app token': 'xapp-1-A0CANARY01-5566778899-canaryofanapptoken',
};

test.each(Object.values(TOKENS))('%s is in no part of what Slack’s words are shortened to', (token) => {
  for (let before = 150; before < 200; before += 5) {
    const messages = [`${'x '.repeat(before / 2)}${token} is wrong`];
    const rejection = readRejection(
      new webApi.WebAPIPlatformError({ ok: false, error: 'invalid_blocks', response_metadata: { messages } }),
    );
    expect(rejection).toMatchObject({ code: 'invalid_blocks', messages: [expect.stringMatching(/^x x .*…/)] });
    expect(createCanaries(TOKENS).findIn(JSON.stringify(rejection))).toEqual([]);
  }
});
