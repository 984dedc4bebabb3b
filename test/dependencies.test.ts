import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A package as the lockfile has it. */
interface Locked {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly hasInstallScript?: boolean;
}

const manifest = JSON.parse(read('package.json'));
const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(read('package-lock.json'));
/** All that is ever installed, by its folder; the project itself is `''`. */
const packages = Object.entries(lock.packages).filter(([folder]) => folder !== '');
const nameOf = (folder: string): string => folder.split('node_modules/').at(-1) ?? folder;
/** What comes with the app where it runs: `npm ci --omit=dev`. */
const ofTheApp = packages.filter(([, { dev }]) => !dev);

/** Licences that ask for no more than their text and name to be kept. */
const PERMISSIVE = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0'],
  ...['PostgreSQL', 'Python-2.0', 'Unlicense', 'Zlib'],
]);
/** Of tools that are run and never passed on: changes of their own files would have to be published. */
const OF_TOOLS = new Set([...PERMISSIVE, 'MPL-2.0']);

/** Whether a licence, or a choice of several (SPDX: `(MIT OR Apache-2.0)`), is allowed. */
function isAllowed(licence: string | undefined, allowed: ReadonlySet<string>): boolean {
  const choices = (licence ?? '').replace(/^\((.*)\)$/, '$1').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => allowed.has(one)));
}

const withLicence = ([folder, { license }]: readonly [string, Locked]) => `${nameOf(folder)}: ${license}`;

describe('a reason for each package', () => {
  const [, section = ''] = read('src/README.md').split('\n## Packages\n');
  const [, app = '', tools = ''] = (section.split('\n## ')[0] ?? '').split(/^\| package .*$/m);
  const namesIn = (table: string) => [...table.matchAll(/^\| `([^`]+)` \| \S.+ \|$/gm)].map(([, name]) => name);

  test.each([
    ['of the app', app, 'dependencies'],
    ['of tests, tools and demo', tools, 'devDependencies'],
  ])('those %s are in the map of the house, and no others, by name', (_, table, field) => {
    expect(namesIn(table)).toEqual(Object.keys(manifest[field]).toSorted());
  });
});

describe('licences', () => {
  test('of all that runs with the app are permissive', () => {
    expect(ofTheApp.length).toBeGreaterThan(Object.keys(manifest.dependencies).length);
    expect(ofTheApp.filter(([, { license }]) => !isAllowed(license, PERMISSIVE)).map(withLicence)).toEqual([]);
  });

  test('of tools are permissive, or bind those alone who change the tool', () => {
    expect(packages.filter(([, { license }]) => !isAllowed(license, OF_TOOLS)).map(withLicence)).toEqual([]);
  });

  test('are those that the installed packages themselves state', () => {
    const installed = packages.filter(([folder]) => existsSync(join(ROOT, folder, 'package.json')));
    expect(installed.length).toBeGreaterThan(ofTheApp.length / 2);
    const others = installed.filter(([folder, { license }]) => {
      const own = JSON.parse(read(join(folder, 'package.json')));
      // Before SPDX: `{ "type": "MIT" }`, or a list of these.
      const [stated] = [own.license ?? own.licenses].flat().map((one) => one?.type ?? one);
      return stated !== license;
    });
    expect(others.map(withLicence)).toEqual([]);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND Apache-2.0', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE', false],
    ['UNLICENSED', false],
    [undefined, false],
  ])('%s is allowed: %s', (licence, allowed) => {
    expect(isAllowed(licence, PERMISSIVE)).toBe(allowed);
  });
});

describe('what an installation trusts', () => {
  test('scripts run of those packages alone that allowScripts names, and of none that runs with the app', () => {
    const withScripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(withScripts.map(([folder]) => nameOf(folder)).toSorted()).toEqual(
      Object.keys(manifest.allowScripts).toSorted(),
    );
    expect(new Set(Object.values(manifest.allowScripts))).toEqual(new Set([true]));
    expect(ofTheApp.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
  });

  test('every package of the app has its hash, and every other but the binaries of other platforms', () => {
    const isOfOnePlatform = ({ optional, os, cpu }: Locked) => optional === true && (os ?? cpu) !== undefined;
    const isHashed = ({ integrity }: Locked) => /^sha512-[\w+/]{86}==$/.test(integrity ?? '');
    expect(ofTheApp.filter(([, locked]) => !isHashed(locked)).map(([folder]) => folder)).toEqual([]);
    const others = packages.filter(([, locked]) => !isHashed(locked) && !isOfOnePlatform(locked));
    expect(others.map(([folder]) => folder)).toEqual([]);
  });

  test('none comes from anywhere but the registry that npm is set to: no address, no git, no folder', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([folder]) => folder)).toEqual([]);
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(ranges.filter(([, range]) => !/^[\^~]?\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(range)))).toEqual([]);
  });
});
