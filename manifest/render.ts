import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { wantsHelp } from '../src/cli/wants-help.ts';
import { createManifest } from './manifest.ts';

const FILE = new URL('../slack-manifest.yml', import.meta.url);
const HEAD = `# Paste this at api.slack.com/apps → Create New App → From a manifest. Made by \`npm run manifest\`; don't edit.
# It uses Socket Mode. For HTTP: npm run -s manifest -- --url https://your.host
`;

/** The manifest as YAML. @param origin as in `createManifest` */
export function renderManifest(origin?: string): string {
  return `${origin ? '' : HEAD}${stringify(createManifest(origin), { lineWidth: 0 })}`;
}

const OPTIONS = {
  check: { type: 'boolean' },
  url: { type: 'string' },
  json: { type: 'boolean' },
  // What the Slack CLI adds to its hooks.
  boundary: { type: 'string' },
  protocol: { type: 'string' },
  source: { type: 'string' },
} as const;

function run(): void {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.json) {
    // What the Slack CLI reads: between its boundaries, where it gives one.
    const { boundary = '' } = values;
    process.stdout.write(`${boundary}${JSON.stringify(createManifest())}${boundary}\n`);
  } else if (values.url !== undefined) {
    if (!isOrigin(values.url)) throw new Error('--url must be https:// and a host, without a path');
    process.stdout.write(renderManifest(values.url));
  } else if (!values.check) {
    writeFileSync(FILE, renderManifest());
  } else if (readFileSync(FILE, 'utf8') !== renderManifest()) {
    process.stderr.write('manifest: slack-manifest.yml is not what manifest/ makes; run: npm run manifest\n');
    process.exitCode = 1;
  }
}

function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, protocol } = new URL(url);
  return protocol === 'https:' && (url === origin || url === `${origin}/`);
}

const USAGE = `npm run manifest                            writes slack-manifest.yml (Socket Mode)
npm run -s manifest -- --url https://host   prints the manifest for HTTP
npm run -s manifest -- --json               prints it as JSON, for the Slack CLI
npm run manifest -- --check                 fails when slack-manifest.yml is not up to date
`;

if (import.meta.main) {
  try {
    if (wantsHelp(process.argv.slice(2))) process.stdout.write(USAGE);
    else run();
  } catch (error) {
    process.stderr.write(`manifest: ${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exitCode = 2;
  }
}
