import { access, constants, writeFile } from 'node:fs/promises';
import { ConfigError } from '../../errors.ts';
import type { FieldReport } from '../../field-report.ts';
import { toMarkdown } from './markdown.ts';

/**
 * Writes a report into the current folder, for people and for programs. A report that is there already stays: the new one has a
 * number behind its date.
 * @returns the names of both files; rejects when the folder can't be written
 */
export async function writeReport(report: FieldReport): Promise<readonly [markdown: string, json: string]> {
  for (let n = 1; ; n += 1) {
    const name = `field-test-${report.date}${n === 1 ? '' : `-${n}`}`;
    const names = [`${name}.md`, `${name}.json`] as const;
    if ((await Promise.all(names.map(exists))).includes(true)) continue;
    await writeFile(names[0], toMarkdown(report), { flag: 'wx' });
    await writeFile(names[1], `${JSON.stringify(report, undefined, 2)}\n`, { flag: 'wx' });
    return names;
  }
}

/**
 * Resolves when a report can be written, which is worth knowing before minutes are spent on one.
 * @param folder the current one, unless a test says otherwise
 * @throws {ConfigError} when the folder can't be written, as in the image outside of its volume
 */
export async function checkFolder(folder = '.'): Promise<void> {
  try {
    await access(folder, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error);
    throw new ConfigError([`the report is written into the current folder, which can't be written (${code})`]);
  }
}

async function exists(name: string): Promise<boolean> {
  return access(name).then(
    () => true,
    () => false,
  );
}
