import { dirname, join, relative } from 'node:path';

/**
 * Returns a command's usage as it is typed where this runs: by npm beside the sources, by the file itself in the image, which has
 * neither npm's scripts nor a need of the `--` behind which npm hands arguments on.
 * @param usage by npm
 * @param file what was started
 */
export function asTyped(usage: string, file: string): string {
  if (!file.endsWith('.mjs')) return usage;
  return usage.replace('npm run', `node ${relative('', file)}`).replace('-- ', '');
}

/**
 * The same for one that runs beside the app: in the image its commands are a file beside the app's own.
 * @param appFile what was started
 */
export function asTypedBesideApp(usage: string, appFile: string): string {
  return asTyped(usage, appFile.endsWith('.mjs') ? join(dirname(appFile), 'cli.mjs') : appFile);
}
