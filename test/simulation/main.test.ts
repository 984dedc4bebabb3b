import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { BUGS } from './planted/bugs.ts';

const ENTRY = fileURLToPath(new URL('main.ts', import.meta.url));

async function simulate(line: string) {
  const child = spawn(process.execPath, [ENTRY, ...line.split(' ')], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await exit, stdout, stderr };
}

test('a command line that cannot be read ends with 2, one sentence and the usage', async () => {
  for (const line of ['--seed many', '--wrong', '--plant no-such-bug']) {
    const { code, stdout, stderr } = await simulate(line);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect(stderr).toContain('npm run simulate -- [--seed N]');
  }
});

test('several runs end with their sums; a mark that none reached is named, and fails them', async () => {
  const { code, stdout } = await simulate('--seed 5 --days 1 --runs 2 --every-mark');
  const lines = stdout.trim().split('\n');
  expect(lines.filter((line) => /^seed [56]: [.\d]+ virtual days/.test(line))).toHaveLength(2);
  expect(lines).toContainEqual(expect.stringMatching(/^2 of 2 held: [.\d]+ virtual days/));
  expect(lines).toContainEqual(expect.stringContaining('No run reached the mark “clocks went back”'));
  expect(code).toBe(1);
});

test('without a seed it takes a fresh one, and says so before anything else', async () => {
  const { code, stdout, stderr } = await simulate('--days 1 --json');
  const seed = Number(/^seed (\d+)\n$/.exec(stderr)?.[1]);
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ seed, virtualDays: expect.any(Number), slots: expect.any(Number), kills: expect.any(Number) },
    ...{ doubled: 0, lost: 0, marks: expect.any(Object), traceHash: expect.any(String), tables: expect.any(String) },
  });
  expect(code).toBe(0);
});

test('what did not hold is told with its timeline and the command that shows it again', async () => {
  const bug = BUGS.toSorted((a, b) => a.days - b.days)[0];
  if (!bug) throw new Error('there are no bugs');
  const { name, seed, days } = bug;
  const { code, stdout } = await simulate(`--seed ${seed} --days ${days} --plant ${name}`);
  expect(code).toBe(1);
  expect(stdout).toContain(`Seed ${seed} did not hold: `);
  expect(stdout).toMatch(/^ +\d+d \d\d:\d\d:\d\d\.\d{3} {2}\S+ +\S/m);
  const again = /^Again: npm run simulate -- (.*)$/m.exec(stdout)?.[1] ?? '';
  expect(again).toMatch(new RegExp(`^--seed ${seed} --days \\d+ --plant ${name}$`));
  const { violation } = JSON.parse((await simulate(`${again} --json`)).stdout);
  expect(stdout).toContain(violation.what);
});
