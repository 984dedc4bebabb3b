import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type BuildOptions, build, type CodeSplittingOptions } from 'rolldown';
import project from '../../package.json' with { type: 'json' };
import { type BuiltFrom, builtVersion } from './built-version.ts';
import { licencesOf } from './licences.ts';
import { toAscii } from './to-ascii.ts';

const ROOT = join(import.meta.dirname, '../..');

/**
 * The app's parts are put into files of their own, since V8 needs memory by the largest file that it reads. Not so those of the
 * command line, of which only the doctor needs what talks to Slack.
 */
const APP_PARTS: CodeSplittingOptions = {
  groups: [
    { name: 'packages', test: /[\\/]node_modules[\\/]/ },
    { name: 'words', test: /[\\/]src[\\/]slack[\\/]words[\\/]/ },
  ],
};

/** Natives that `pg` and `ws` do without. */
const ABSENT = ['pg-native', 'bufferutil', 'utf-8-validate'];

/** Its package.json says twice where its code is, which rolldown takes for nowhere. */
const alias = { 'tls-sig-api-v2': createRequire(import.meta.url).resolve('tls-sig-api-v2') };

/**
 * Makes `main.mjs`, the app, and `cli.mjs`, an operator's commands, with their source maps and all that they import of the
 * project and its packages, and `licences.txt`, the packages' terms; what was in the folder before is gone. Rejects with rolldown's
 * error when something isn't found, and as `builtVersion` throws.
 * @param from what the app then says of itself in its metrics, with no Git at hand
 */
export async function bundle(folder: string, from: BuiltFrom = {}): Promise<void> {
  const version = builtVersion(from, project.version);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = [
    ...(await bundleEntry('main', { folder, version }, { codeSplitting: APP_PARTS })),
    ...(await bundleEntry('cli', { folder, version })),
  ];
  writeFileSync(join(folder, 'licences.txt'), licencesOf(files));
}

/** Returns the files that are in it. */
async function bundleEntry(
  name: string,
  { folder, version }: { readonly folder: string; readonly version: string },
  output: BuildOptions['output'] = {},
): Promise<readonly string[]> {
  const made = await build({
    input: { [name]: join(import.meta.dirname, `${name}.ts`) },
    platform: 'node',
    external: ABSENT,
    resolve: { alias },
    transform: { define: { BUILT_VERSION: JSON.stringify(version) } },
    write: false,
    onLog(level, log) {
      // Otherwise what isn't found is taken for what is installed there, and missed at the start only.
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      if (level === 'warn' && !log.id?.includes('node_modules')) process.stderr.write(`${log.message}\n`);
    },
    output: {
      dir: folder,
      format: 'esm',
      sourcemap: 'hidden',
      entryFileNames: '[name].mjs',
      chunkFileNames: `${name}-[name]-[hash].mjs`,
      // Names stay: they stand in stack traces, and an error's class in the log.
      minify: {
        compress: { keepNames: { function: true, class: true } },
        mangle: false,
        codegen: { removeWhitespace: true },
      },
      ...output,
    },
  });
  const chunks = made.output.filter((one) => one.type === 'chunk');
  for (const chunk of chunks) {
    const { code, map } = toAscii(chunk.code, chunk.map);
    writeFileSync(join(folder, chunk.fileName), code);
    if (map !== undefined) writeFileSync(join(folder, `${chunk.fileName}.map`), map);
  }
  return chunks.flatMap(({ moduleIds }) => moduleIds);
}

if (import.meta.main) {
  const { SOURCE_VERSION: version, SOURCE_REVISION: revision } = process.env;
  await bundle(join(ROOT, 'dist'), { version, revision });
}
