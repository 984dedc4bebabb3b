import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { createManifest } from './manifest.ts';

const FILE = new URL('../slack-manifest.yml', import.meta.url);
const HEAD = `# Paste this at api.slack.com/apps → Create New App → From a manifest. Made by \`npm run manifest\`; don't edit.
# It uses Socket Mode. For HTTP: npm run manifest -- --url https://your.host
`;

/** The manifest as YAML. @param origin as in `createManifest` */
export function renderManifest(origin?: string): string {
  return `${origin ? '' : HEAD}${stringify(createManifest(origin), { lineWidth: 0 })}`;
}

function run(): void {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, url: { type: 'string' } } });
  if (values.url !== undefined) {
    if (!values.url.startsWith('https://') || !URL.canParse(values.url)) {
      process.stderr.write('manifest: --url must be the https:// address where Slack reaches the app\n');
      process.exitCode = 2;
    } else process.stdout.write(renderManifest(values.url));
  } else if (!values.check) {
    writeFileSync(FILE, renderManifest());
  } else if (readFileSync(FILE, 'utf8') !== renderManifest()) {
    process.stderr.write('manifest: slack-manifest.yml is not what manifest/ makes; run: npm run manifest\n');
    process.exitCode = 1;
  }
}

if (import.meta.main) run();
