import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { loadEnvFile } from '../../src/config/env-file.ts';
import { ConfigError } from '../../src/errors.ts';

/** Makes a `.env` in a folder of its own, for the running test. */
function withFile(make: (path: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-env-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, '.env');
  make(path);
  return path;
}

const withContent = (content: string | Uint8Array) => withFile((path) => writeFileSync(path, content));

function load(path: string, environment: Record<string, string | undefined> = {}) {
  loadEnvFile(path, environment);
  return environment;
}

const NOBODY = 65_534;

/** A right that is missing doesn't stop root, so that root gives it up for the moment. */
function withoutRoot<Result>(act: () => Result): Result {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(NOBODY);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

function faultsOf(path: string): readonly string[] {
  try {
    load(path);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

test('where there is no file, nothing changes', () => {
  expect(
    load(
      withFile(() => {}),
      { A: '1' },
    ),
  ).toEqual({ A: '1' });
});

test.each<[what: string, content: string | Uint8Array]>([
  ['plain lines', 'A=1\nB=two words\n'],
  ['lines that end as on Windows', 'A=1\r\nB=two words\r\n'],
  ['lines that end as on an old Mac', 'A=1\rB=two words\r'],
  ['a byte order mark', '\uFEFFA=1\nB=two words'],
  ['quotes of each kind', 'A="1"\nB=\'two words\''],
  ['export', 'export A=1\nexport  B=`two words`'],
  ['blanks, comments and empty lines', '\n# about\n  A = 1 # one\n\t\nB="two words"# two\n#'],
  ['blanks behind an empty value', 'C=  \nA=1\nD=\t\nB=two words'],
])('%s are fine', (_, content) => {
  expect(load(withContent(content))).toMatchObject({ A: '1', B: 'two words' });
});

test('a value may go over several lines, and hold what quotes are for', () => {
  const content = 'A="one # two\nthree"\nB=\'say "hi"\'\nC="a\\nb"';
  expect(load(withContent(content))).toEqual({ A: 'one # two\nthree', B: 'say "hi"', C: 'a\nb' });
});

test('the environment stays as it is, also where it is empty', () => {
  expect(load(withContent('A=1\nB=2\nC=3'), { A: 'own', B: '' })).toEqual({ A: 'own', B: '', C: '3' });
});

test('/dev/null masks a file, and counts as an empty one', () => {
  expect(load(withFile((path) => symlinkSync('/dev/null', path)))).toEqual({});
});

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

test.each<[what: string, make: (path: string) => void, fault: RegExp]>([
  ['a folder', (path) => mkdirSync(path), /^\.env is a folder; /],
  ['a pipe without a writer', (path) => execFileSync('mkfifo', [path]), /^\.env is a pipe or a socket; /],
  ['a link to nowhere', (path) => symlinkSync('nowhere', path), /^\.env cannot be read: it is a link to a file .*mend/],
  ['a link to itself', (path) => symlinkSync('.env', path), /^\.env cannot be read: it is a link .*back to itself/],
  ['something without an end', (path) => symlinkSync('/dev/zero', path), /^\.env is larger than 256 KiB/],
  ['a large file', (path) => writeFileSync(path, `A=${'x'.repeat(262_144)}`), /^\.env is larger than 256 KiB/],
  ['UTF-16 with its mark', (path) => writeFileSync(path, utf16('\uFEFFA=hush')), /^\.env is UTF-16 text; save it as/],
  ['UTF-16 with the other mark', (path) => writeFileSync(path, utf16('\uFEFFA=hush').swap16()), /is UTF-16 text/],
  ['UTF-16 without a mark', (path) => writeFileSync(path, utf16('A=hush')), /is UTF-16 text/],
  ['UTF-16, the other way round', (path) => writeFileSync(path, utf16('A=hush').swap16()), /is UTF-16 text/],
  ['a binary file', (path) => writeFileSync(path, 'A=hush\n\u0000\u0001'), /^\.env is a binary file; /],
  [
    'Latin-1',
    (path) => writeFileSync(path, 'A=1\nB=h\u00fcsh\n', 'latin1'),
    /is not UTF-8 text \(line 2\); save it as/,
  ],
])('%s is one sentence', (_, make, fault) => {
  const faults = faultsOf(withFile(make));
  expect(faults).toEqual([expect.stringMatching(fault)]);
  expect(faults[0]).not.toMatch(/[\r\n]|hush|h\u00fcsh/);
});

test('a file that this user may not read is one sentence', () => {
  const path = withContent('A=hush');
  chmodSync(path, 0o000);
  expect(withoutRoot(() => faultsOf(path))).toEqual([
    '.env cannot be read: this user may not read it (EACCES); change its owner or its mode',
  ]);
});

test.each<[content: string, faults: readonly string[]]>([
  ['A=1\nhush-hush\nB=2', ['.env line 2 is not of the form NAME=VALUE']],
  ['=hush', ['.env line 1 is not of the form NAME=VALUE']],
  ['two words=hush', ['.env line 1 is not of the form NAME=VALUE']],
  ['export\tA=hush', ['.env line 1 is not of the form NAME=VALUE']],
  ['A="hush\nB=2\n', ['.env line 1 has a quote that is never closed']],
  ['A=`hush', ['.env line 1 has a quote that is never closed']],
  ["A='hush'hush", ['.env line 1 has more text behind the quote that closes its value']],
  [
    'Z=1\nA="hush\nB=2\nC="hush"\nD',
    [
      '.env line 2 has more text behind the quote that closes its value in line 4',
      '.env line 5 is not of the form NAME=VALUE',
    ],
  ],
  ['A=hush#hush', ['.env line 1 has a # within its value, which would begin a comment; put the value in quotes']],
  [
    'NODE_EXTRA_CA_CERTS=/hush.pem',
    ['.env cannot set NODE_EXTRA_CA_CERTS, which Node reads before this file; set it in the environment'],
  ],
])('%j is not ignored in silence', (content, faults) => {
  expect(faultsOf(withContent(content))).toEqual(faults);
});

test('whatever is written as the documents say is read as it was meant', () => {
  const name = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,12}$/);
  const entry = fc.oneof(
    fc.stringMatching(/^([a-z0-9:/@=.-]( [a-z0-9])?){0,12}$/).map((value) => ({ value, written: value })),
    fc
      .stringMatching(/^[ -~\n]*$/)
      .map((text) => text.replace(/["\\]/g, ''))
      .map((value) => ({ value, written: `"${value}"` })),
    fc
      .stringMatching(/^[ -~]*$/)
      .map((text) => text.replaceAll("'", ''))
      .map((value) => ({ value, written: `'${value}'` })),
  );
  const about = fc.constantFrom('', ' ', ' # about', '\t#"');
  const line = fc.record({ name, entry, about, before: fc.constantFrom('', '  ', 'export ', '\n# a = "b\n') });
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF'), (lines, end, mark) => {
      const text = lines.map((one) => `${one.before}${one.name}=${one.entry.written}${one.about}`).join('\n');
      const path = withContent(mark + text.replaceAll('\n', end));
      const meant = Object.fromEntries(lines.map((one) => [one.name, one.entry.value]));
      expect(load(path)).toEqual(meant);
      // Node's own reader goes wrong where nothing follows a `=`.
      if (!/=[ \t]*($|\n)/.test(text)) expect(parseEnv(text)).toEqual(meant);
    }),
  );
});

test('any other text is reported by its lines, and nothing of it is repeated', () => {
  const piece = fc.constantFrom(
    'A',
    'B1',
    '=',
    '"',
    "'",
    '`',
    '#',
    ' ',
    '\t',
    '\n',
    '\r\n',
    'export ',
    'zqhush',
    '\\',
    '$',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      for (const fault of faultsOf(withContent(text))) {
        const [, line] = /^\.env line (\d+) (?:is|has) /.exec(fault) ?? [];
        expect(text.split('\n')[Number(line) - 1]).toMatch(/[^\s]/);
        expect(fault).not.toContain('zqhush');
      }
    }),
  );
});
