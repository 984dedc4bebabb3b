import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { asTyped, asTypedBesideApp } from '../src/as-typed.ts';
import { audit } from '../src/cli/audit.ts';
import { backup } from '../src/cli/backup.ts';
import { copyStoreToPostgres } from '../src/cli/copy-store.ts';
import { doctor } from '../src/cli/doctor/doctor.ts';
import { fieldTest } from '../src/cli/field-test/field-test.ts';

test.each([
  [backup, 'backup FILE'],
  [copyStoreToPostgres, 'copy-store'],
  [audit, 'audit [--since 12h|7d|4w|2026-11-25] [--json]'],
  [doctor, 'doctor [--json]'],
  [fieldTest, 'field-test --channel C… --accounts a,b,missing'],
])('in the image the usage names the bundle, beside the sources npm (%#)', ({ usage }, typed) => {
  expect(asTyped(usage, resolve('dist/cli.mjs'))).toBe(`node dist/cli.mjs ${typed}`);
  expect(asTyped(usage, resolve('src/cli/main.ts'))).toBe(usage);
});

test('a command beside the app is a file beside the app’s in the image, and npm’s beside the sources', () => {
  expect(asTypedBesideApp(doctor.usage, resolve('dist/main.mjs'))).toBe('node dist/cli.mjs doctor [--json]');
  expect(asTypedBesideApp(doctor.usage, resolve('src/main.ts'))).toBe(doctor.usage);
});
