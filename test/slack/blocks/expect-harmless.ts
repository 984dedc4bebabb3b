import { expect } from 'vitest';
import { validateBlocks } from '../../../src/demo/slack/blocks/validate.ts';
import type { Reply } from '../../../src/slack/blocks/kit/reply.ts';
import { objectsIn, textsIn } from './read-rendering.ts';

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const OWN_TOKENS =
  /<@U[A-Z0-9]+>|<#C[A-Z0-9]+>|<!subteam\^S[A-Z0-9]+>|<!date\^\d+\^\{date_short_pretty\} \{time\}\|[-\d]{10} [\d:]{5} UTC>/g;
/** Objects whose text Slack shows as it is. Buttons and captions hold words of the app only. */
const UNPARSED = new Set(['text', 'raw_text', 'raw_number', 'plain_text']);

/** What holds for every message, with any person's words in it. Returns the tokens Slack will act on. */
export function expectHarmless({ text, renderings }: Reply): readonly string[] {
  const tokens = text.match(OWN_TOKENS) ?? [];
  const rest = text.replace(OWN_TOKENS, '');
  expect(rest).not.toMatch(/[<>]/);
  expect(rest).not.toMatch(/&(?!amp;|lt;|gt;)/);
  for (const line of text.split('\n')) expect(line).not.toMatch(UNSEEN);
  expect(text.length).toBeLessThan(40_000);

  for (const blocks of renderings) {
    expect(validateBlocks(blocks, 'message')).toEqual([]);
    const objects = objectsIn(blocks);
    expect(objects.filter(({ type }) => type === 'mrkdwn' || type === 'markdown' || type === 'link')).toEqual([]);
    for (const { type, text: shown } of objects) if (typeof shown === 'string') expect(UNPARSED).toContain(type);
    for (const shown of textsIn(blocks).flatMap((one) => one.split('\n'))) expect(shown).not.toMatch(UNSEEN);
  }
  return tokens;
}
