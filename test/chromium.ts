import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian puts it. */
const DEBIANS = '/usr/bin/chromium';

/** Without these Chromium looks for its maker's services, which a closed network answers slowly. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Else code is drawn in letters of different width. */
const MONOSPACE = '<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>';

/** A browser, and what ends it. */
export interface Chromium {
  readonly browser: Browser;
  /** Closes the browser and removes what was unpacked for it. */
  close(): Promise<void>;
}

/** Starts the machine's own Chromium, or, where there is none, the one that npm brought. */
export async function launchChromium(): Promise<Chromium> {
  if (existsSync(DEBIANS)) {
    const browser = await chromium.launch({ executablePath: DEBIANS, args: FLAGS });
    return { browser, close: () => browser.close() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'followstats-chromium-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const { executablePath, env } = await unpackChromium(folder);
    const browser = await chromium.launch({ executablePath, env, args: FLAGS });
    return { browser, close: () => browser.close().then(removeFolder) };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` with the libraries and fonts it brings for AWS Lambda; both are found through the
 * environment alone, and only while the package is loaded and unpacks.
 */
async function unpackChromium(folder: string) {
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
  try {
    const { default: bundled } = await import('@sparticuz/chromium');
    const executablePath = await bundled.executablePath();
    // The package's own names the fonts' folder as it is on Lambda; without fonts a page's text is nowhere.
    // The machine's have what its lack: emoji, Chinese, Japanese and Korean.
    const fonts = `<dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir>${MONOSPACE}<cachedir>${folder}/fonts-cache</cachedir>`;
    await writeFile(join(folder, 'fonts/fonts.conf'), `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>`);
    return { executablePath, env: { ...process.env, FONTCONFIG_PATH: join(folder, 'fonts') } };
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
