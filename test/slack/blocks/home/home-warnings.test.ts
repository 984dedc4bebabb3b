import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateView } from '../../../../src/demo/slack/blocks/validate-view.ts';
import type { Warning } from '../../../../src/followstats/health/warnings.ts';
import { homeView } from '../../../../src/slack/blocks/home/home-view.ts';
import { warningBlocks } from '../../../../src/slack/blocks/home/home-warnings.ts';
import { anyReader, ONE_A_LANGUAGE, readerOf } from '../../readers.ts';
import { englishIn } from '../../words/english-in.ts';
import { objectsIn } from '../read-rendering.ts';
import { anyWarning, EMPTY } from './sample-home.ts';

const ALL: readonly Warning[] = [
  { kind: 'slack-scopes', health: 'fail', scopes: ['users:read'] },
  { kind: 'slack-scopes', health: 'warn', scopes: ['im:write', 'files:write'] },
  { kind: 'slack-clock', health: 'warn', aheadMs: -31_400 },
  { kind: 'chat-clock', health: 'warn', aheadMs: 60_600 },
  { kind: 'store-space', health: 'fail', freeBytes: 19_999_999 },
  { kind: 'digests', health: 'warn', count: 1, lateMs: 16 * 60_000 },
];

const linesOf = (warnings: readonly Warning[], locale = 'en-US') =>
  objectsIn(warningBlocks(readerOf(locale), warnings, 'npm run doctor'))
    .filter(({ type }) => type === 'rich_text_section')
    .map(({ elements }) => (elements as readonly { readonly text?: string }[]).map(({ text = '' }) => text).join(''));

test('each says what is wrong and what to do', () => {
  expect(linesOf(ALL)).toEqual([
    '6 things on the server need an admin',
    'The Slack app lacks scopes that followstats can’t do without: users:read. Give it the manifest again and reinstall it.',
    'The Slack app lacks the scopes im:write and files:write. Reinstall it with every scope of the manifest, unless they were left out on purpose.',
    'The server’s clock differs from Slack’s by 31 seconds. Set it right.',
    'The server’s clock differs from Chat’s by 61 seconds. Set it right.',
    'The disk of followstats’ data has 19 MB left. Make room on it.',
    '1 post of a digest is overdue, by up to 16 minutes. The reason is in the log.',
    'On the server, npm run doctor checks everything.',
  ]);
});

test('where all is well there is nothing', () => {
  expect(warningBlocks(readerOf(), [], 'npm run doctor')).toEqual([]);
});

test.each(ONE_A_LANGUAGE.filter((locale) => locale !== 'en-US'))('all of it is in %s', (locale) => {
  expect(englishIn(warningBlocks(readerOf(locale), ALL, 'npm run doctor'))).toEqual([]);
  expect(linesOf(ALL, locale)).toHaveLength(ALL.length + 2);
});

test('whatever was written, Slack takes it, and acts on none of it', () => {
  fc.assert(
    fc.property(fc.array(anyWarning, { maxLength: 30 }), anyReader, (warnings, reader) => {
      const view = homeView(
        reader,
        { ...EMPTY, warnings },
        { pages: {}, notice: [], maxAccounts: 100, doctor: 'npm run doctor' },
      );
      expect(validateView(view, 'home')).toEqual([]);
      expect(warningBlocks(reader, warnings, 'npm run doctor').length).toBeLessThanOrEqual(3);
      const types = new Set(objectsIn(view.blocks).map(({ type }) => type));
      for (const parsed of ['mrkdwn', 'markdown', 'link']) expect(types).not.toContain(parsed);
    }),
  );
});
