import { SourceMap } from 'node:module';
import { encode } from '@jridgewell/sourcemap-codec';
import { expect, test } from 'vitest';
import { toAscii } from '../../manifest/image/to-ascii.ts';

test('characters beyond ASCII are escaped in texts, templates and patterns, which mean the same', () => {
  const code = 'export default ["é", `한 😀`, /^[あ-ん]+$/.test("い"), /😀/u.test("😀")]';
  const made = toAscii(code, null);
  expect(made.code).toMatch(/^\p{ASCII}*$/u);
  // biome-ignore lint/security/noGlobalEval: what was made is code, and this is what it means.
  expect(eval(made.code.replace('export default ', ''))).toEqual(['é', '한 😀', true, true]);
  expect(made.map).toBeUndefined();
});

test('what stands behind them is still found in its source', () => {
  const code = 'say("é😀");throw e;\nsay("한");end()';
  const mappings = encode([
    [
      [0, 0, 0, 0],
      [11, 0, 4, 2],
    ],
    [[9, 0, 7, 0]],
  ]);
  const made = toAscii(code, { names: [], sources: ['a.ts'], mappings });
  const [first = '', second = ''] = made.code.split('\n');
  const map = new SourceMap(JSON.parse(made.map ?? ''));
  expect(map.findEntry(0, first.indexOf('throw'))).toMatchObject({ originalLine: 4, originalColumn: 2 });
  expect(map.findEntry(1, second.indexOf('end'))).toMatchObject({ originalLine: 7 });
  expect(map.findEntry(0, first.indexOf('throw') - 1)).toMatchObject({ originalLine: 0 });
});
