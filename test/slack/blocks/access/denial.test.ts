import { expect, test } from 'vitest';
import type { Denial } from '../../../../src/followstats/access/authorize.ts';
import { describeDenial } from '../../../../src/slack/blocks/access/denial.ts';
import { toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { readerOf } from '../../readers.ts';

const reader = readerOf('en-US');

const DENIALS: readonly Denial[] = [
  ...(['no-rule', 'guest', 'stranger', 'unknown'] as const).map((reason) => ({ reason, admins: [] })),
  { reason: 'low-role', role: 'viewer', needed: 'admin', admins: [] },
];

test.each(DENIALS)('$reason: the denial names the admins who can help', (denial) => {
  expect(toText(describeDenial(reader, { ...denial, admins: ['U1', 'U2'] }))).toMatch(
    /^\p{Lu}.*\. An admin can change that: <@U1> or <@U2>\.$/u,
  );
});

test.each(DENIALS)('$reason: without admins it is the operator of the app', (denial) => {
  expect(toText(describeDenial(reader, denial))).toMatch(/\. The people who run followstats can change that\.$/);
});

test('where access can’t be read no admin can help, and the advice is to wait', () => {
  expect(toText(describeDenial(reader, { reason: 'unreadable', admins: ['U1'] }))).toBe(
    'followstats can’t read who has access right now. Try again in a minute. If that doesn’t help, tell the people who run followstats.',
  );
});

test('a role that is too low is named beside the one needed', () => {
  const denial: Denial = { reason: 'low-role', role: 'viewer', needed: 'admin', admins: [] };
  expect(toText(describeDenial(reader, denial))).toContain('Only admins can do that. You’re a viewer.');
});

test('every reason has its own words', () => {
  expect(new Set(DENIALS.map((denial) => toText(describeDenial(reader, denial)))).size).toBe(DENIALS.length);
});
