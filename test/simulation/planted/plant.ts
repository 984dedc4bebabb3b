import { registerHooks } from 'node:module';
import type { PlantedBug } from './bug.ts';

const SRC = new URL('../../../src/', import.meta.url).href;

/** Loads the app's source files from here on with a bug in one of them; the files themselves stay as they are. */
export function plantBug({ name, file, find, replace }: PlantedBug): void {
  const url = SRC + file;
  registerHooks({
    load(loaded, context, next) {
      const result = next(loaded, context);
      if (loaded.split('?')[0] !== url) return result;
      return { ...result, source: replaceOnce(String(result.source), { name, file, find, replace }) };
    },
  });
}

/** @throws {Error} unless the text is there exactly once: the code has changed, and the bug has to be planted anew */
export function replaceOnce(
  source: string,
  { name, file, find, replace }: Omit<PlantedBug, 'seed' | 'days' | 'about' | 'by'>,
): string {
  const count = source.split(find).length - 1;
  if (count !== 1) throw new Error(`the bug “${name}” has ${count} places in src/${file}; it has to be planted anew`);
  return source.replace(find, () => replace);
}
