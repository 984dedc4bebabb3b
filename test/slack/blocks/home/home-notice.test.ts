import { expect, test } from 'vitest';
import type { Digest } from '../../../../src/digests/types.ts';
import type { NoticeSubject } from '../../../../src/followstats/homes.ts';
import type { HomeContent, WholeHome } from '../../../../src/slack/blocks/home/home-content.ts';
import { noticeOf, readNotice, writeNotice } from '../../../../src/slack/blocks/home/home-notice.ts';
import { toRichText } from '../../../../src/slack/blocks/kit/inline.ts';
import type { MessageBlock, Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import { granted, person } from '../../../followstats/access/sample-rules.ts';
import { readerOf } from '../../readers.ts';
import { digestsOf, EMPTY } from './sample-home.ts';

const line = toRichText([['done']]);
const row: MessageBlock = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'Undo' }, value: 'v' }],
};
const reply = (...renderings: readonly (readonly MessageBlock[])[]): Reply => ({
  text: 'done <@U1> &amp; more',
  renderings,
});

test('an answer stands there with its controls', () => {
  expect(noticeOf(readerOf(), reply([line, row]))).toEqual([line, row]);
});

test('of one that a Home doesn’t take, or that is long, the words are left, and the controls', () => {
  const table = { type: 'data_table' } as unknown as MessageBlock;
  const plain = { type: 'section', text: { type: 'plain_text', text: 'done a person & more', emoji: false } };
  expect(noticeOf(readerOf(), reply([table, row]))).toEqual([plain, row]);
  expect(noticeOf(readerOf(), reply([table, row], [line, row]))).toEqual([line, row]);
  expect(noticeOf(readerOf(), reply([...Array(9).fill(line), row]))).toEqual([plain, row]);
  expect(noticeOf(readerOf(), reply([toRichText([['x'.repeat(5000)]])]))).toEqual([plain]);
});

const write = (home: HomeContent = EMPTY, about: readonly NoticeSubject[] = []) =>
  writeNotice([line, row], home, about);

test('it comes back from the store as it was, and of another version nothing does', () => {
  expect(readNotice(write(), EMPTY)).toEqual([line, row]);
  const written = JSON.parse(write());
  const others = [
    '',
    '{}',
    '[1]',
    JSON.stringify([line]),
    JSON.stringify({ ...written, blocks: Array(20).fill(line) }),
  ];
  for (const other of [...others, JSON.stringify({ ...written, blocks: [{ type: 'input' }] })])
    expect(readNotice(other, EMPTY)).toEqual([]);
});

test('it is for the role that it was made for alone', () => {
  const viewer: WholeHome = { ...EMPTY, decision: { ...EMPTY.decision, role: 'viewer' } };
  const away: HomeContent = { kind: 'without-store', decision: EMPTY.decision };
  const denied: HomeContent = { kind: 'denied', denial: { reason: 'no-rule', admins: [] } };
  expect(readNotice(write(), away)).toEqual([line, row]);
  for (const other of [viewer, denied]) {
    expect(readNotice(write(), other)).toEqual([]);
    expect(readNotice(write(other), EMPTY)).toEqual([]);
  }
});

const [digest] = digestsOf(1);
const withDigest = (changed: Partial<Digest>): WholeHome => ({
  ...EMPTY,
  digests: { ...EMPTY.digests, others: digest ? [{ ...digest, ...changed }] : [] },
});
const ended = (slot: number): WholeHome => {
  const home = withDigest({});
  const latest = new Map([[home.digests.others[0]?.id as never, { slot, state: 'posted' } as never]]);
  return { ...home, digests: { ...home.digests, latest } };
};
const ofDigest: NoticeSubject = { kind: 'digest', id: '1' };
const paused = { kind: 'paused', reason: 'by-person', since: 1 } as const;

test.each<readonly [string, NoticeSubject, WholeHome, WholeHome]>([
  ['a digest was paused', ofDigest, withDigest({}), withDigest({ state: paused })],
  ['a digest was paused anew', ofDigest, withDigest({ state: paused }), withDigest({ state: { ...paused, since: 2 } })],
  ['a digest was edited', ofDigest, withDigest({}), withDigest({ editedAt: 99 })],
  ['a digest was deleted', ofDigest, withDigest({}), EMPTY],
  ['a digest was restored', ofDigest, EMPTY, withDigest({})],
  ['a digest has posted', ofDigest, withDigest({}), ended(5)],
  ['what was asked for is there', { ...ofDigest, slot: 5 }, ended(4), ended(5)],
  [
    'a list grew',
    { kind: 'list', name: 'vip' },
    { ...EMPTY, lists: [{ name: 'vip' as never, size: 1 }] },
    { ...EMPTY, lists: [{ name: 'vip' as never, size: 2 }] },
  ],
  [
    'a link was made',
    { kind: 'link', personId: 'U1' },
    EMPTY,
    { ...EMPTY, links: [{ personId: 'U1', account: 'a' as never, by: 'U1', at: 0 }] },
  ],
  [
    'a role was given',
    { kind: 'rule', subject: 'person U2' },
    { ...EMPTY, rules: [granted(person('U2', 'viewer'))] },
    { ...EMPTY, rules: [granted(person('U2', 'admin'))] },
  ],
])('it is gone once %s', (_, subject, before, after) => {
  const notice = write(before, [subject]);
  expect(readNotice(notice, before)).toEqual([line, row]);
  expect(readNotice(notice, after)).toEqual([]);
  // What is about something else keeps it.
  expect(readNotice(write(before, [{ kind: 'list', name: 'other' }]), after)).toEqual([line, row]);
});

test('of a run that was over before it was written nothing is said', () => {
  expect(readNotice(write(ended(5), [{ ...ofDigest, slot: 5 }]), ended(5))).toEqual([]);
});
