import { readFile } from 'node:fs/promises';
import { rolldown } from 'rolldown';
import type { Answer } from './answer.ts';

const PAGE = new URL('../page/', import.meta.url);

/** In the order of the cascade. */
const STYLES = [
  'theme',
  'layout',
  'sidebar',
  'overlays',
  'conversation',
  'avatars',
  'blocks',
  'tables',
  'charts',
  'composer',
  'panel',
  'tour',
  'views',
  'fields',
  'selects',
  'menus',
];

/** The page's files by path, bundled in memory: nothing is written to disk. Throws rolldown's error when the page doesn't build. */
export async function bundlePage(): Promise<ReadonlyMap<string, Answer>> {
  const [html, icon, script, styles] = await Promise.all([
    readFile(new URL('index.html', PAGE), 'utf8'),
    readFile(new URL('icon.svg', PAGE), 'utf8'),
    bundleScript(),
    Promise.all(STYLES.map((name) => readFile(new URL(`styles/${name}.css`, PAGE), 'utf8'))),
  ]);
  return new Map([
    ['/', toFile('text/html', html)],
    ['/icon.svg', toFile('image/svg+xml', icon)],
    ['/page.js', toFile('text/javascript', script)],
    ['/page.css', toFile('text/css', styles.join('\n'))],
  ]);
}

async function bundleScript(): Promise<string> {
  const bundle = await rolldown({
    input: new URL('main.tsx', PAGE).pathname,
    platform: 'browser',
  });
  try {
    const { output } = await bundle.generate({ format: 'esm' });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

function toFile(type: string, body: string): Answer {
  return { status: 200, contentType: `${type}; charset=utf-8`, body };
}
