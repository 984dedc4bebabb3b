import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccessFault, NamedSubject } from '../../../src/followstats/access/read.ts';
import type { Role } from '../../../src/followstats/access/rules.ts';
import { readCommand } from '../../../src/followstats/commands/command.ts';

const read = (text: string) => readCommand(text, 100);
const wrong = (fault: AccessFault) => expect.objectContaining({ kind: 'fault', fault: expect.objectContaining(fault) });
const person = (id: string): NamedSubject => ({ kind: 'person', id });
const group = (id: string): NamedSubject => ({ kind: 'group', id });
const channel = (id: string): NamedSubject => ({ kind: 'channel', id });

test.each<[text: string, subjects: readonly NamedSubject[], role: Role]>([
  ['allow <@U1|priya>', [person('U1')], 'viewer'],
  ['allow <@U1> editor', [person('U1')], 'editor'],
  ['Allow <@W1> ADMIN', [person('W1')], 'admin'],
  ['allow editor <@U1>', [person('U1')], 'editor'],
  ['allow <!subteam^S1|@ops> viewer', [group('S1')], 'viewer'],
  ['allow <#C1|growth>', [channel('C1')], 'viewer'],
  ['allow <#C1|> viewer', [channel('C1')], 'viewer'],
  ['allow <@U1>, <#C1|growth> <!subteam^S1> <@U1|again> editor', [person('U1'), channel('C1'), group('S1')], 'editor'],
])('%s', (text, subjects, role) => {
  expect(read(text)).toEqual({ kind: 'allow', subjects, role });
});

test.each<[text: string, subjects: readonly NamedSubject[]]>([
  ['revoke <@U1|priya>', [person('U1')]],
  ['REVOKE <#C1|growth> <!subteam^S1>', [channel('C1'), group('S1')]],
])('%s', (text, subjects) => {
  expect(read(text)).toEqual({ kind: 'revoke', subjects });
});

test('access, and why about oneself or another', () => {
  expect(read('access')).toEqual({ kind: 'access' });
  expect(read('why')).toEqual({ kind: 'why', personId: undefined });
  expect(read('Why <@U1|priya>')).toEqual({ kind: 'why', personId: 'U1' });
});

test.each<[text: string, fault: AccessFault]>([
  ['allow', { kind: 'no-subject', subcommand: 'allow' }],
  ['allow admin', { kind: 'no-subject', subcommand: 'allow', rightly: { role: 'admin' } }],
  ['revoke', { kind: 'no-subject', subcommand: 'revoke' }],
  ['allow <@U1> owner', { kind: 'not-a-role', word: 'owner', rightly: { personId: 'U1' } }],
  ['allow <@U1> <#C1|growth> owner', { kind: 'not-a-role', word: 'owner' }],
  [
    'allow edtior <@U1>',
    {
      kind: 'not-a-role',
      word: 'edtior',
      rightly: { personId: 'U1' },
      meantRole: 'editor',
      corrected: 'allow editor <@U1>',
    },
  ],
  ['allow edtior', { kind: 'not-a-role', word: 'edtior', meantRole: 'editor', corrected: 'allow editor' }],
  ['allow priya', { kind: 'not-a-subject', subcommand: 'allow', word: 'priya' }],
  ['allow @priya viewer', { kind: 'not-a-subject', subcommand: 'allow', word: '@priya', rightly: { role: 'viewer' } }],
  ['allow #nowhere', { kind: 'not-a-subject', subcommand: 'allow', word: '#nowhere' }],
  ['allow <!everyone>', { kind: 'not-a-subject', subcommand: 'allow', word: '@everyone' }],
  [
    'allow <@U1> "admin"',
    {
      kind: 'not-a-role',
      word: 'admin',
      rightly: { personId: 'U1' },
      meantRole: 'admin',
      corrected: 'allow <@U1> admin',
    },
  ],
  ['revoke <@U1> viewer', { kind: 'not-a-subject', subcommand: 'revoke', word: 'viewer' }],
  ['allow <@U1> viewer admin', { kind: 'second-role', word: 'admin', rightly: { personId: 'U1' } }],
  ['access <@U1>', { kind: 'words-behind-access', word: { kind: 'person', personId: 'U1' } }],
  ['why <@U1> <@U2>', { kind: 'not-one-person', word: { kind: 'person', personId: 'U2' } }],
  ['why <#C1|growth>', { kind: 'not-one-person', word: '#growth' }],
  ['why priya', { kind: 'not-one-person', word: 'priya' }],
])('%s is wrong', (text, fault) => {
  expect(read(text)).toEqual(wrong(fault));
});

test('one command names twenty subjects at most', () => {
  const people = (count: number) => Array.from({ length: count }, (_, n) => `<@U${n}>`).join(' ');
  expect(read(`allow ${people(20)}`)).toMatchObject({ kind: 'allow' });
  expect(read(`revoke ${people(21)}`)).toEqual(wrong({ kind: 'too-many-subjects', subcommand: 'revoke', count: 21 }));
});

test('whatever is typed behind allow, only what Slack made a mention of gets a role, and one that exists', () => {
  const id = (first: string) => fc.stringMatching(new RegExp(`^${first}[A-Z0-9]{1,10}$`));
  const word = fc.oneof(
    id('U').map((text) => `<@${text}|admin>`),
    id('C').map((text) => `<#${text}|everyone>`),
    id('S').map((text) => `<!subteam^${text}>`),
    fc.constantFrom('admin', 'EDITOR', '"admin"', '&lt;@U1&gt;', '@U1', '<!here>', '<@U1', '“admin”'),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (words) => {
      const command = read(`allow ${words.join(' ')}`);
      if (command.kind !== 'allow') return;
      expect(['viewer', 'editor', 'admin']).toContain(command.role);
      if (command.role === 'admin') expect(words.join(' ').toLowerCase()).toContain('admin');
      const mentions = { person: '<@', group: '<!subteam^', channel: '<#' };
      for (const { kind, id: named } of command.subjects) {
        expect(words.some((text) => text.includes(`${mentions[kind]}${named}`))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
