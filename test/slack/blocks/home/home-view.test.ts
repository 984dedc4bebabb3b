import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateView } from '../../../../src/demo/slack/blocks/validate-view.ts';
import type { NoRole } from '../../../../src/followstats/access/access.ts';
import type { HomeContent, WholeHome } from '../../../../src/slack/blocks/home/home-content.ts';
import { homeView, rejectedHomeView } from '../../../../src/slack/blocks/home/home-view.ts';
import { PARTS, type Pages } from '../../../../src/slack/blocks/home/pages.ts';
import { toRichText } from '../../../../src/slack/blocks/kit/inline.ts';
import { type Reader, withAudience } from '../../../../src/slack/words/reader.ts';
import { anyReader, ONE_A_LANGUAGE, readerOf } from '../../readers.ts';
import { englishIn } from '../../words/english-in.ts';
import { expectFitting } from '../../words/expect-fitting.ts';
import { objectsIn } from '../read-rendering.ts';
import { anyHome, digestsOf, EMPTY, failingOf } from './sample-home.ts';

const admin = withAudience(readerOf(), { role: 'admin', admins: ['U9'] });
const viewer = withAudience(readerOf(), { role: 'viewer', admins: ['U9'] });

const see = (content: HomeContent, { reader = admin, pages = {} }: { reader?: Reader; pages?: Pages } = {}) =>
  homeView(reader, content, { pages, notice: [], maxAccounts: 100 });
const said = (...args: Parameters<typeof see>): string => JSON.stringify(see(...args).blocks);
const withDigests = (digests: Partial<WholeHome['digests']>): WholeHome => ({
  ...EMPTY,
  digests: { ...EMPTY.digests, ...digests },
});

/** The longest notice there is: eight blocks. */
const NOTICE = Array.from({ length: 8 }, () => toRichText([['x'.repeat(500)]]));
const anyPages = fc.record(Object.fromEntries(PARTS.map((part) => [part, fc.nat(40)])), { requiredKeys: [] });

test('whatever a team has, and whatever it is called, Slack takes a Home and acts on none of it', () => {
  fc.assert(
    fc.property(anyHome, anyReader, anyPages, (home, reader, pages) => {
      const view = homeView(reader, home, { pages, notice: NOTICE, maxAccounts: 100 });
      expect(validateView(view, 'home')).toEqual([]);
      expect(view.blocks.length).toBeLessThanOrEqual(100);
      expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThanOrEqual(250_000);
      const types = new Set(objectsIn(view.blocks).map(({ type }) => type));
      for (const parsed of ['mrkdwn', 'markdown', 'link']) expect(types).not.toContain(parsed);
      expectFitting(view);
    }),
    { numRuns: 150 },
  );
});

test.each(ONE_A_LANGUAGE.filter((locale) => locale !== 'en-US'))('a Home is all in %s', (locale) => {
  const reader = withAudience(readerOf(locale), { role: 'admin', admins: ['U9'] });
  const home: WholeHome = { ...withDigests({ ...failingOf(3, '7'), others: digestsOf(11, '7') }), audit: [] };
  expect(englishIn(see(home, { reader }))).toEqual([]);
  expect(englishIn(see({ kind: 'without-store', decision: EMPTY.decision }, { reader }))).toEqual([]);
  expect(englishIn(rejectedHomeView(reader, '1234abcd'))).toEqual([]);
});

describe('the order of a Home', () => {
  test('what is failing comes first, with its fix, and nowhere else', () => {
    const { failing, latest } = failingOf(3);
    const text = said(withDigests({ failing, others: digestsOf(2), latest }));
    const places = [
      'needs attention',
      '3 digests need',
      '#10001',
      '#10003',
      '2 other digests',
      '#1 ',
      'no lists',
      'audit',
    ];
    const found = places.map((words) => text.indexOf(words)).filter((at) => at >= 0);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(text.split('#10001 Creators')).toHaveLength(2);
    for (const key of ['run-10001', 'log-10001', 'resume-10003', 'edit-10003'])
      expect(text).toContain(`followstats_command:${key}`);
  });

  test('nothing is said of failing digests when all is well', () => {
    expect(said(withDigests({ others: digestsOf(1) }))).not.toMatch(/attention|other digest/);
  });

  test('whether a post arrived its owner alone is asked', () => {
    const ownersOf = (ownerId: string) => said(withDigests(failingOf(2, 'x', ownerId)));
    expect(ownersOf('U1')).toContain('followstats_digest_arrived');
    expect(ownersOf('U2')).not.toContain('followstats_digest_arrived');
  });

  test('a viewer has no control but those of look-ups and pages', () => {
    const { failing, latest } = failingOf(9, 'x', 'U2');
    const home: WholeHome = {
      ...withDigests({ whose: 'own', failing, others: digestsOf(30), latest }),
      links: undefined,
      rules: undefined,
      audit: undefined,
    };
    const ids = objectsIn(see(home, { reader: viewer }).blocks).flatMap(({ action_id: id }) => (id ? [`${id}`] : []));
    expect(ids.filter((id) => !/^followstats_(?:home_|account$)/.test(id))).toEqual([]);
  });
});

describe('pages', () => {
  const home = withDigests({ others: digestsOf(25) });

  test('the first has a next, the last a previous, and each says where it is', () => {
    const [first, last] = [said(home), said(home, { pages: { digests: 2 } })];
    expect(first).toContain('1–10 of 25');
    expect(first).toContain('#10 Creators');
    expect(first).not.toContain('#11 Creators');
    expect(first).toContain('"value":"digests=1"');
    expect(last).toContain('21–25 of 25');
    expect(last).toContain('#25 Creators');
    expect(last).not.toContain('digests-next');
  });

  test('one beyond the end shows the last', () => {
    expect(said(home, { pages: { digests: 99_999 } })).toBe(said(home, { pages: { digests: 2 } }));
  });
});

test.each([
  ['no-rule', 'You don’t have access to followstats on this page.'],
  ['guest', 'Guests can use followstats only'],
  ['stranger', 'People from other workspaces'],
  ['unknown', 'Slack didn’t say whether you’re a full member'],
  ['unreadable', 'followstats can’t read who has access right now.'],
] as const)('a person who has no role for the reason %s reads that, and nothing else', (reason: NoRole, words) => {
  const view = see({ kind: 'denied', denial: { reason, admins: ['U9'] } });
  expect(JSON.stringify(view.blocks)).toContain(words);
  expect(view.blocks).toHaveLength(2);
});
