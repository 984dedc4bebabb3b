import { access, writeFile } from 'node:fs/promises';
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

async function exists(name: string): Promise<boolean> {
  return access(name).then(
    () => true,
    () => false,
  );
}
