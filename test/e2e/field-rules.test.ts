import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fieldRulesOf } from '../../src/demo/field-rules.ts';
import type { FieldReport } from '../../src/field-report.ts';
import { createFieldScene, pressAll } from '../cli/field-test/field-scene.ts';
import { temporaryFolder } from '../store/new-store.ts';
import { runNode } from './node-process.ts';
import { createWorld } from './world.ts';

/** The report of a workspace without tables for single persons, and of a Chat that gives unknown accounts another code. */
async function reportOfOthers(): Promise<FieldReport> {
  const { run, slack } = await createFieldScene({
    chat: {
      answerRules: ['mixed', 'unknown'].map((situation) => ({
        ...{ command: 'follow_get_info', situation, call: 0, items: { missing: 70107 } },
      })),
    },
  });
  const blocks = ['data_table', 'table'];
  slack.setFaults(
    ['response_url', 'chat.postEphemeral'].map((method) => ({
      kind: 'refuse-content',
      method,
      error: 'invalid_blocks',
      blocks,
    })),
  );
  return run({ person: pressAll });
}

test('where a report says that no table is taken for one person, the app answers by what is', async () => {
  const { contentRules, answerRules } = fieldRulesOf(await reportOfOthers());
  const world = await createWorld({ slack: { contentRules }, chat: { answerRules } });
  onTestFinished(() => world.stop());
  const { blocks, text } = await world.ask('/followstats alice bob ghost');
  expect(blocks.map(({ type }) => type)).not.toContain('data_table');
  expect(JSON.stringify(blocks)).toContain('rich_text_preformatted');
  expect(text).toMatch(/alice · 2 followers[\s\S]*ghost/);
  expect(JSON.stringify(blocks)).toContain('70107');
});

test('the demo can be started with a report, and says so of a file that is none', async () => {
  const file = join(temporaryFolder(), 'field-test.json');
  writeFileSync(file, JSON.stringify(await reportOfOthers()));
  const demo = runNode('src/demo/main.ts', ['--field-test', file, '/followstats alice bob ghost']);
  expect(await demo.ended).toBe(0);
  // A table would be drawn with lines.
  expect(demo.stdout()).not.toMatch(/^│ alice/m);
  expect(demo.stdout()).toMatch(/alice.* 12,4\d\d /);
  expect(demo.stdout()).toContain('70107');

  writeFileSync(file, '{"version":2}');
  const wrong = runNode('src/demo/main.ts', ['--field-test', file, '/followstats alice']);
  expect(await wrong.ended).toBe(2);
  expect(wrong.stderr()).toContain('the report of the field test has another form at version');
});
