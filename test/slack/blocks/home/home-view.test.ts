import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateView } from '../../../../src/demo/slack/blocks/validate-view.ts';
import type { NoRole } from '../../../../src/followstats/access/access.ts';
import type { HomeContent, WholeHome } from '../../../../src/slack/blocks/home/home-content.ts';
import { homeView, rejectedHomeView } from '../../../../src/slack/blocks/home/home-view.ts';
import { PARTS, type Pages } from '../../../../src/slack/blocks/home/pages.ts';
import { toRichText } from '../../../../src/slack/blocks/kit/inline.ts';
import { type Reader, withAudience } from '../../../../src/slack/words/reader.ts';
import { MONDAY } from '../../../digests/report/sample-readings.ts';
import { granted, person } from '../../../followstats/access/sample-rules.ts';
import { anyReader, ONE_A_LANGUAGE, readerOf } from '../../readers.ts';
import { englishIn } from '../../words/english-in.ts';
import { expectFitting } from '../../words/expect-fitting.ts';
import { objectsIn } from '../read-rendering.ts';
import { anyHome, digestsOf, EMPTY, failingOf } from './sample-home.ts';

const admin = withAudience(readerOf(), { role: 'admin', admins: ['U9'] });
const viewer = withAudience(readerOf(), { role: 'viewer', admins: ['U9'] });

const see = (content: HomeContent, { reader = admin, pages = {} }: { reader?: Reader; pages?: Pages } = {}) =>
  homeView(reader, content, { pages, notice: [], maxAccounts: 100, doctor: 'npm run doctor' });
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
      const view = homeView(reader, home, { pages, notice: NOTICE, maxAccounts: 100, doctor: 'npm run doctor' });
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

describe('a person who isn’t an editor any more', () => {
  const own = (failing: number, others: number): WholeHome => ({
    ...withDigests({ whose: 'own', ...failingOf(failing), others: digestsOf(others) }),
    links: undefined,
    rules: undefined,
    audit: undefined,
  });
  const NOTE = 'Only editors can change digests. An admin can make you one: ';
  const lines = (home: WholeHome, reader = viewer) => said(home, { reader });

  test('reads how many there are besides those that are failing, and where they are in them', () => {
    const text = lines(own(1, 11));
    for (const words of ['1 digest needs attention', 'Your other 11 digests', '1–10 of 11'])
      expect(text).toContain(words);
    expect(lines(own(0, 11))).toContain('Your 11 digests');
  });

  test.each([
    [1, 11],
    [0, 11],
    [3, 0],
  ])('with %i failing and %i others reads once whom to ask, where they come first', (failing, others) => {
    const text = lines(own(failing, others));
    expect(text.split(NOTE)).toHaveLength(2);
    expect(text.indexOf(NOTE)).toBeLessThan(text.indexOf(failing > 0 ? '#10001' : '#1 '));
    expect(lines(own(failing, others), { ...viewer, admins: [] })).toContain('Only editors can change digests.');
  });

  test('reads what happened, and not what only an editor can do about it', () => {
    const state = { kind: 'paused', reason: 'not_in_channel', since: MONDAY - 60_000 } as const;
    const failing = digestsOf(1).map((digest) => ({ ...digest, state }));
    const fix = /choose another channel|[Ii]nvite/;
    expect(said(withDigests({ failing }))).toMatch(fix);
    const text = lines({ ...own(0, 0), digests: { ...own(0, 0).digests, failing } });
    expect(text).toContain('not_in_channel');
    expect(text).not.toMatch(fix);
  });

  test('an editor reads none of that', () => {
    expect(said(withDigests({ ...failingOf(1), others: digestsOf(1) }))).not.toContain('Only editors');
  });
});

test('where every digest needs attention, of the others only the way to a new one is left', () => {
  const text = said(withDigests(failingOf(3)));
  expect(text).not.toContain('other digest');
  expect(text).not.toContain('no digests yet');
  expect(text).toContain('followstats_command:new-digest');
});

test('the menu of a digest that needs attention has nothing that stands beside it as a button', () => {
  const rows = objectsIn(see(withDigests(failingOf(3))).blocks).filter(({ type }) => type === 'actions');
  const failing = rows.map((row) => JSON.stringify(row)).filter((row) => row.includes('digest-100'));
  expect(failing).toHaveLength(3);
  for (const row of failing) {
    expect(row).toContain('digest delete 100');
    for (const words of ['"Edit"', '"Log"', '"Resume"', '"Run now"']) expect(row.split(words).length).toBeLessThan(3);
  }
});

test('the rules about who may do what have pages', () => {
  const rules = Array.from({ length: 12 }, (_, n) => granted(person(`U10${n}`, 'viewer')));
  const [first, last] = [said({ ...EMPTY, rules }), said({ ...EMPTY, rules }, { pages: { rules: 2 } })];
  expect(first).toContain('1–5 of 12');
  expect(first).toContain('"value":"rules=1"');
  expect(last).toContain('11–12 of 12');
  expect(last).toContain('Revoke: number 12');
  expect(last).not.toContain('rules-next');
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
