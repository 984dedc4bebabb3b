import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Up to the package that a file belongs to. */
const PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/**
 * Returns the licences of the packages that files belong to, by the packages' names: a bundle has their code, and has to bring
 * their terms with it. A package without a text of its own is named with the licence that its package.json states.
 * @param files absolute paths, those of the project itself among them
 */
export function licencesOf(files: Iterable<string>): string {
  const folders = new Set([...files].flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  const sections = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = globSync('{LICENSE,LICENCE,License,license,NOTICE}{,.*}', { cwd: folder }).toSorted();
    const terms = texts.map((text) => readFileSync(join(folder, text), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...terms].join('\n\n');
  });
  return `${sections.toSorted().join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
