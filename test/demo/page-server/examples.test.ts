import { expect, test } from 'vitest';
import { demoAccounts } from '../../../src/demo/chat/seed.ts';
import { EXAMPLES } from '../../../src/demo/page-server/examples.ts';
import { CREATORS } from '../../../src/demo/past/lists-and-links.ts';
import { PEOPLE } from '../../../src/demo/slack/seed.ts';

/** Unknown on purpose. */
const UNKNOWN = ['ghost', 'alcie'];

test('each is a command, typed by a person who exists', () => {
  for (const { text, personId } of EXAMPLES) {
    expect(text).toMatch(/^\/followstats\b/);
    if (personId !== undefined) expect(PEOPLE.map(({ id }) => id)).toContain(personId);
  }
  expect(new Set(EXAMPLES.map(({ text }) => text)).size).toBe(EXAMPLES.length);
});

test('look-ups name accounts that exist, but for those that are unknown on purpose, and lists and people that are there', () => {
  const named = EXAMPLES.filter(({ text }) => /^\/followstats (?!(?:digest|watch|help|allow)\b)/.test(text)).flatMap(
    ({ text }) =>
      text
        .replace(/^\/followstats (?:history|link|list create \w+|fans|following|mutual|check|changes)?/, '')
        .split(' ')
        .filter((word) => word !== '' && word !== '30d'),
  );
  const isThere = (word: string) =>
    [...demoAccounts, ...UNKNOWN].some((id) => id.split(' ').includes(word)) ||
    word === 'list:creators' ||
    PEOPLE.some(({ name }) => word === `@${name}`);
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((word) => !isThere(word))).toEqual([]);
  expect(CREATORS.filter((id) => !demoAccounts.includes(id))).toEqual([]);
});
