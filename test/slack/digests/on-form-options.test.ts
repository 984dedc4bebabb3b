import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { Authorization } from '../../../src/followstats/access/authorize.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import { createOnFormOptions } from '../../../src/slack/digests/on-form-options.ts';
import { everyone } from '../../followstats/access/sample-rules.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

type Options = Parameters<typeof createOnFormOptions>[0];

const MAY: Authorization = {
  decision: { role: 'editor', rule: everyone('editor'), isPartial: false },
  admins: [],
  denial: undefined,
  keep: () => {},
};
const MAY_NOT: Authorization = { ...MAY, denial: { reason: 'low-role', role: 'viewer', needed: 'editor', admins: [] } };

const listsNamed = (...names: string[]): Options['lists'] => ({
  all: async () => names.map((name) => ({ name: name as ListName, size: 1 })),
});

/** The menus of a form before a person. Each resolves with the values it offers for what is typed. */
function openMenus(changed: Partial<Options> = {}) {
  const { log, sink } = openLog();
  const listeners = createOnFormOptions({
    authorize: async () => MAY,
    mayPointTo: async () => undefined,
    lists: listsNamed('creators', 'stars', 'superstars'),
    directory: { reader: async () => readerOf('en-GB', 'Europe/Copenhagen') },
    log,
    now: () => Date.parse('2026-11-25T10:30:00Z'),
    ...changed,
  });
  const type = async (menu: keyof typeof listeners, value: unknown, view: unknown = { private_metadata: '{}' }) => {
    const acks: { options: { text: { text: string }; value: string }[] }[] = [];
    await listeners[menu]({
      ack: async (answer: never) => acks.push(answer),
      body: { user: { id: 'U1' }, view, value },
    } as never);
    expect(acks).toHaveLength(1);
    return acks[0]?.options ?? [];
  };
  return { sink, type, lists: async (text: unknown) => (await type('lists', text)).map(({ value }) => value) };
}

test.each([
  ['', ['creators', 'stars', 'superstars']],
  ['star', ['stars', 'superstars']],
  [' LIST:Sup ', ['superstars']],
  ['nope', []],
])('for %j the lists %j are offered, those that begin so first', async (typed, names) => {
  expect(await openMenus().lists(typed)).toEqual(names);
});

test('no more lists are offered than Slack takes', async () => {
  const names = Array.from({ length: 200 }, (_, n) => `list-${n}`);
  expect(await openMenus({ lists: listsNamed(...names) }).lists('')).toHaveLength(100);
});

test('time zones are offered with how far their clocks are from UTC, one’s own first', async () => {
  const { type } = openMenus();
  expect(await type('zones', 'copen')).toEqual([
    { text: { type: 'plain_text', text: 'Europe/Copenhagen (UTC+1)' }, value: 'Europe/Copenhagen' },
  ]);
  const [first, second] = await type('zones', '');
  expect([first?.value, second?.text.text]).toEqual(['Europe/Copenhagen', 'UTC']);
  for (const { text } of await type('zones', 'a')) expect(text.text.length).toBeLessThanOrEqual(75);
});

test('whoever may not use the form is offered nothing, and the store isn’t asked', async () => {
  const lists = { all: () => Promise.reject(new Error('asked')) };
  const { type, sink } = openMenus({ authorize: async () => MAY_NOT, lists });
  expect(await type('lists', '')).toEqual([]);
  expect(await type('zones', 'copen')).toEqual([]);
  expect(sink.lines).toEqual([]);
});

test.each([
  ['a store that is away', { lists: { all: () => Promise.reject(new AppError('store_unavailable', 'gone')) } }],
  ['access that can’t be decided', { authorize: () => Promise.reject(new Error('bug')) }],
  ['a store that never answers', { lists: { all: () => new Promise<never>(() => {}) }, optionsMs: 1 }],
])('%s offers nothing, and the log says so', async (_, changed) => {
  const { lists, sink } = openMenus(changed);
  expect(await lists('')).toEqual([]);
  expect(sink.lines.join()).toContain('a menu of a form offers nothing');
});

test('asked from anywhere but a form, nothing is offered', async () => {
  expect(await openMenus().type('lists', '', null)).toEqual([]);
});

test.each([[7], [null], [undefined], [['x']]])('%j in place of what was typed is nothing typed', async (typed) => {
  expect(await openMenus().lists(typed)).toHaveLength(3);
});
