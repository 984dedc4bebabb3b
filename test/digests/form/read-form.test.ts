import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DigestForm, emptyForm, toForm } from '../../../src/digests/form/digest-form.ts';
import { listsOf, ownOf, readForm, toSpec } from '../../../src/digests/form/read-form.ts';
import type { Zone } from '../../../src/digests/schedule/zone.ts';
import type { DigestSpec } from '../../../src/digests/types.ts';
import { LANGUAGES } from '../../../src/followstats/languages.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { scheduleOf } from '../schedule/sample-schedules.ts';

const filled: DigestForm = { ...emptyForm('Europe/Berlin'), title: 'Creators', channelId: 'C1', accounts: 'alice' };

const faultsOf = (changed: Partial<DigestForm>) => {
  const read = readForm({ ...filled, ...changed });
  return 'faults' in read ? read.faults.map(({ field, kind }) => `${field} ${kind}`) : [];
};

test.each<[changed: Partial<DigestForm>, faults: readonly string[]]>([
  [{}, []],
  [{ title: ' \n ' }, ['title title-missing']],
  [{ title: 'x'.repeat(61) }, ['title title-too-long']],
  [{ title: `${'🙂'.repeat(60)}  ` }, []],
  [{ channelId: '' }, ['channel channel-missing']],
  [{ accounts: '' }, ['lists nobody-named']],
  [{ accounts: '', lists: ['vip'] }, []],
  [{ lists: ['st*rs'] }, ['lists no-such-list']],
  [{ accounts: '', personIds: ['U1'] }, []],
  [{ accounts: 'alice "bob' }, ['accounts wrong-who']],
  [{ accounts: 'zoë' }, ['accounts wrong-who']],
  [{ accounts: 'list:st*rs' }, ['accounts no-such-list']],
  [{ timing: 'days', days: [] }, ['days wrong-schedule']],
  [{ timing: 'weekdays', days: [] }, []],
  [{ time: '' }, ['time wrong-schedule']],
  [{ timing: 'cron', cron: '' }, ['cron wrong-schedule']],
  [{ timing: 'cron', cron: '*/5 * * * *' }, ['cron wrong-schedule']],
  [{ timing: 'cron', cron: '0 0 30 2 *' }, ['cron wrong-schedule']],
  [{ zone: '+02:00' }, ['zone wrong-schedule']],
  [{ zone: '', timing: 'days', days: [] }, ['zone wrong-schedule', 'days wrong-schedule']],
  [{ absolute: '0' }, ['absolute wrong-threshold']],
  [{ absolute: '1.5' }, ['absolute wrong-threshold']],
  [{ absolute: '-3' }, ['absolute wrong-threshold']],
  [{ percent: '0' }, ['percent wrong-threshold']],
  [{ percent: 'much' }, ['percent wrong-threshold']],
  [{ zone: 'BST' }, ['zone wrong-schedule']],
  [{ zone: 'BST', timing: 'days', days: [] }, ['zone wrong-schedule', 'days wrong-schedule']],
  [{ absolute: ' 100 ', percent: '0.5' }, []],
  [
    { title: '', channelId: '', accounts: '"', percent: 'x' },
    ['title title-missing', 'channel channel-missing', 'accounts wrong-who', 'percent wrong-threshold'],
  ],
])('%j has these faults, each on its field: %j', (changed, faults) => {
  expect(faultsOf(changed)).toEqual(faults);
});

const people = (count: number) => Array.from({ length: count }, (_, n) => `U${n}`);

test.each<[what: string, changed: Partial<DigestForm>, faults: readonly string[]]>([
  ['a title', { title: 'x'.repeat(100_000) }, ['title title-too-long']],
  ['accounts of 3,006 characters', { accounts: 'alice '.repeat(501) }, ['accounts too-many-named']],
  ['accounts without end', { accounts: '"'.repeat(1_000_000) }, ['accounts too-many-named']],
  ['101 lists', { lists: Array.from({ length: 101 }, (_, n) => `l${n}`) }, ['lists too-many-lists']],
  ['101 people', { personIds: people(101) }, ['people too-many-people']],
  ['a cron line of 102 characters', { timing: 'cron', cron: '1,'.repeat(51) }, ['cron wrong-schedule']],
  ['a zone of 61 characters', { zone: 'Europe/Berlin'.padEnd(61) }, ['zone wrong-schedule']],
  ['a time', { time: '09:00'.padEnd(100_000, '\u200b') }, ['time wrong-schedule']],
  ['a number', { absolute: '1'.repeat(100_000) }, ['absolute wrong-threshold']],
  ['a percentage', { percent: '1'.padEnd(100_000, '\u200b') }, ['percent wrong-threshold']],
])('%s longer than its field takes is refused on the field', (_, changed, faults) => {
  expect(faultsOf(changed)).toEqual(faults);
});

test('as much as each field takes is read', () => {
  const accounts = 'alice '.repeat(500);
  expect(faultsOf({ title: '🙂'.repeat(60), accounts, personIds: people(100) })).toEqual([]);
});

test('what is typed in a form is taken as it is: it holds no mentions and nothing escaped', () => {
  const read = readForm({ ...filled, accounts: '<@U1> a&amp;b "<!here>"' });
  expect('read' in read && read.read.who).toEqual([
    { kind: 'account', account: '<@U1>' },
    { kind: 'account', account: 'a&amp;b' },
    { kind: 'account', account: '<!here>' },
  ]);
});

test('lists that were chosen come before those that were typed, each once', () => {
  const read = readForm({ ...filled, lists: ['vip', 'stars'], accounts: 'alice list:VIP list:rest' });
  expect('read' in read && listsOf(read.read.who)).toEqual(['vip', 'stars', 'rest']);
});

test.each([
  ['weekdays', '0 9 * * 1-5'],
  ['every-day', '0 9 * * *'],
  ['days', '0 9 * * 1,3'],
] as const)('%s at nine is the cron line %s', (timing, line) => {
  expect(readForm({ ...filled, timing, days: [3, 1] })).toMatchObject({ read: { schedule: { line } } });
});

test('whom people stand for is kept; a digest of no account, or too long for the form, is rejected', () => {
  const read = readForm({ ...filled, accounts: 'list:vip', personIds: ['U1'] });
  if ('faults' in read) throw new Error('it is right');
  expect(ownOf(read.read.who)).toEqual([{ kind: 'person', personId: 'U1' }]);
  expect(toSpec(read.read, { accounts: ['bob' as AccountId], unlinked: [] })).toMatchObject({
    spec: { accounts: ['bob'], lists: ['vip'] },
  });
  const nobody = { ...read.read, who: ownOf(read.read.who) };
  expect(toSpec(nobody, { accounts: [], unlinked: ['U1'] })).toEqual({
    fault: { field: 'people', kind: 'nobody-linked' },
  });
  const many = Array.from({ length: 100 }, (_, n) => `${n}`.padStart(32, 'x') as AccountId);
  expect(toSpec(read.read, { accounts: many, unlinked: [] })).toEqual({
    fault: { field: 'accounts', kind: 'too-many-named' },
  });
});

test('what can’t be seen is left out of every field', () => {
  const unseen = (text: string) => [...text].join('\u200b').concat('\u2069\ufeff');
  const typed = { ...filled, accounts: 'alice "with space" list:vip', absolute: '100', percent: '2.5' };
  const shown = { ...typed, timing: 'cron', cron: '0 9 * * 1-5' } as const;
  for (const form of [typed, shown]) {
    const { title, accounts, time, cron, zone, absolute, percent } = form;
    const changed = Object.entries({ title, accounts, time, cron, zone, absolute, percent }).map(([name, text]) => [
      name,
      unseen(text),
    ]);
    const read = readForm({ ...form, ...Object.fromEntries(changed) });
    expect(read).toHaveProperty('read');
    expect(read).toEqual(readForm(form));
  }
  expect(readForm({ ...filled, title: '\u200bCrea\u00adtors ❤️ 👨‍👩‍👧\u200b' })).toMatchObject({
    read: { title: 'Creators ❤️ 👨‍👩‍👧' },
  });
  expect(faultsOf({ title: '\u200b\u2060' })).toEqual(['title title-missing']);
});

test('a digest that keeps a zone which isn’t taken any more is shown under the name of its clock, and can be saved', () => {
  const read = readForm(filled);
  if ('faults' in read) throw new Error('it is right');
  const whole = toSpec(read.read, { accounts: ['alice' as AccountId], unlinked: [] });
  if ('fault' in whole) throw new Error('it is right');
  const kept = { ...whole.spec, schedule: { ...whole.spec.schedule, zone: 'IST' as Zone } };
  const form = toForm(kept);
  expect(form.zone).toBe('Asia/Calcutta');
  expect(readForm(form)).toMatchObject({ read: { schedule: { zone: 'Asia/Calcutta' } } });
});

const account = fc
  .string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 32,
  })
  .filter((id) => id.trim() === id && id !== '')
  .map((id) => id as AccountId);
/** More than are chosen in one form. */
const MANY_LISTS = Array.from({ length: 120 }, (_, n) => `many-${n}`);
const spec: fc.Arbitrary<DigestSpec> = fc.record({
  language: fc.constantFrom(undefined, ...LANGUAGES),
  title: fc.string({ minLength: 1, maxLength: 20 }).map((title) => title.replace(/\s+/gu, ' ').trim() || 'x'),
  channelId: fc.stringMatching(/^[CDG][A-Z0-9]{8}$/),
  accounts: fc.uniqueArray(account, { minLength: 1, maxLength: 20 }),
  lists: fc
    .uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,39}$/), { maxLength: 5 })
    .chain((names) => fc.constantFrom(names, [...names, ...MANY_LISTS]))
    .map((names) => names as ListName[]),
  schedule: fc
    .tuple(
      fc.constantFrom(
        '0 9 * * 1-5',
        '30 17 * * 6,7',
        '0 9 * * 2',
        '0 0 * * *',
        '*/15 9-17 * * MON-FRI',
        '0 8 L * *',
        '5 4 1,15 * *',
      ),
      fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Shanghai', 'America/Nuuk'),
    )
    .map(([line, zone]) => scheduleOf(line, zone)),
  chart: fc.boolean(),
  onlyIfChanged: fc.boolean(),
  thresholds: fc.record(
    {
      absolute: fc.integer({ min: 1, max: 1_000_000_000 }),
      percent: fc.integer({ min: 1, max: 10_000_000 }).map((n) => n / 100),
    },
    { requiredKeys: [] },
  ),
});

test('a form filled from any digest is read as the same digest', () => {
  fc.assert(
    fc.property(spec, (digest) => {
      const read = readForm(toForm(digest));
      if ('faults' in read) throw new Error(JSON.stringify(read.faults));
      const accounts = ownOf(read.read.who).flatMap((one) => (one.kind === 'account' ? [one.account] : []));
      expect(toSpec(read.read, { accounts, unlinked: [] })).toEqual({ spec: digest });
    }),
  );
});
