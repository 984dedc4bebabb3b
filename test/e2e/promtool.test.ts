import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DEPLOY, dashboardQueries } from '../deploy/files.ts';
import { metricsWhen } from './read-metrics.ts';
import { createWorld } from './world.ts';

/** Runs Prometheus' own checker. @returns its exit code and all that it says; `undefined` where it isn't installed */
function promtool(args: readonly string[], input = '') {
  const { error, status, stdout, stderr } = spawnSync('promtool', args, { cwd: DEPLOY, input, encoding: 'utf8' });
  return error ? undefined : { status, said: stdout + stderr };
}

const isHere = promtool(['--version']) !== undefined;

/** Of `check metrics`: a page that can't be read, and one that some advice is given about. */
const UNREADABLE = 1;
const ADVICE = 3;

function withPromtool(): void {
  test('promtool takes the page of a running app', async () => {
    const world = await createWorld({ env: { METRICS_PORT: '0' } });
    onTestFinished(() => world.stop());
    await world.ask('/followstats alice');
    const { text } = await metricsWhen(world.metricsUrl, (page) => page.sum('followstats_commands_total') > 0);
    // Node's own metrics have names that it would rather have otherwise.
    const { status, said = '' } = promtool(['check', 'metrics'], text) ?? {};
    expect(said.split('\n').filter((line) => line.includes('followstats_'))).toEqual([]);
    expect([0, ADVICE]).toContain(status);
    expect(promtool(['check', 'metrics'], `${text}not a line`)).toMatchObject({ status: UNREADABLE });
  });

  test('promtool takes the alerts, and sees that a rule is broken', () => {
    expect(promtool(['check', 'rules', 'alerts.yml'])).toMatchObject({ status: 0 });
    const broken = readFileSync(join(DEPLOY, 'alerts.yml'), 'utf8').replace('absent(', 'absent((');
    expect(promtool(['check', 'rules'], broken)?.status).not.toBe(0);
  });

  test('promtool sees each alert fire, and stay quiet', () => {
    expect(promtool(['test', 'rules', 'alerts.test.yml'])).toMatchObject({ status: 0 });
  });

  test('promtool takes the queries of the dashboard', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'followstats-rules-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const recorded = dashboardQueries.map(([, expr], n) => ({ record: `panel:${n}`, expr }));
    await writeFile(join(folder, 'queries.yml'), JSON.stringify({ groups: [{ name: 'dashboard', rules: recorded }] }));
    expect(promtool(['check', 'rules', join(folder, 'queries.yml')])).toMatchObject({ status: 0 });
  });
}

function withoutPromtool(): void {
  test('without promtool the syntax of alerts and dashboard is all that is checked here; CI installs it', () => {
    process.stderr.write('promtool is not installed: the tests of the alerts were left out (Debian: prometheus)\n');
    expect(readFileSync(join(import.meta.dirname, '../../.ci/run'), 'utf8')).toMatch(/install .*\bprometheus\b/);
  });
}

if (isHere) withPromtool();
else withoutPromtool();
