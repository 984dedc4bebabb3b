import { describe, expect, test } from 'vitest';
import { readCode, rejectedContent } from '../../../src/slack/sending/content-rejected.ts';

describe('with HTTP 200', () => {
  test.each([
    ...['invalid_blocks', 'invalid_blocks_format', 'invalid_attachments', 'only_one_table_allowed', 'no_text'],
    ...['msg_blocks_too_long', 'msg_too_long', 'invalid_arguments', 'invalid_payload', 'internal_error', 'fatal_error'],
    ...['view_too_large', 'a_code_of_next_year'],
  ])('%s is about the content', (code) => {
    expect(rejectedContent({ status: 200, code })).toBe(code);
  });

  test.each([
    ...[
      'channel_not_found',
      'not_in_channel',
      'is_archived',
      'restricted_action',
      'user_not_in_channel',
      'is_inactive',
    ],
    ...['restricted_action_read_only_channel', 'restricted_action_of_next_year', 'channel_is_limited_access'],
    ...['missing_scope', 'invalid_auth', 'token_expired', 'token_revoked', 'not_allowed_token_type', 'no_permission'],
    ...['ratelimited', 'service_unavailable', 'not_found', 'expired_trigger_id', 'used_url', 'expired_url'],
    ...['<html>A proxy</html>', 'Bad Gateway', ''],
  ])('%s is not', (code) => {
    expect(rejectedContent({ status: 200, code })).toBeUndefined();
  });
});

test.each([
  [400, undefined, 'http_400'],
  [413, undefined, 'http_413'],
  [422, 'invalid_blocks', 'invalid_blocks'],
  [500, 'internal_error', 'internal_error'],
  [500, undefined, undefined],
  [502, 'bad_gateway', undefined],
  [404, 'used_url', undefined],
  [403, undefined, undefined],
  [429, 'ratelimited', undefined],
  [400, 'channel_not_found', undefined],
  [200, undefined, undefined],
])('HTTP %i with the code %s is read as %s', (status, code, expected) => {
  expect(rejectedContent({ status, code })).toBe(expected);
});

test.each([
  ['ok', undefined],
  ['invalid_blocks', 'invalid_blocks'],
  [' invalid_blocks\n', 'invalid_blocks'],
  ['{"ok":false,"error":"msg_too_long"}', 'msg_too_long'],
  ['{"ok":true}', undefined],
  ['<p>invalid_blocks</p>', undefined],
  ['', undefined],
])('%j is read as %s', (text, code) => {
  expect(readCode(text)).toBe(code);
});
