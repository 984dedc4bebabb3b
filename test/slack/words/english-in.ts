import { objectsIn } from '../blocks/read-rendering.ts';

/** Words that hardly any English sentence is without, and that nothing else is made of. */
const ENGLISH =
  /(?<![\w-])(?:the|is|are|was|were|isn’t|aren’t|it|this|that|you|your|of|to|and|or|in|on|for|with|from|has|have|can|can’t|no|not|at|by|be|will|more|all|since)(?![\w-])/i;

/**
 * The texts in blocks or a view that are English sentences, or parts of one. What is code is left out: commands are typed in English
 * everywhere. So are what Slack shows in its own words.
 */
export function englishIn(shown: unknown): readonly string[] {
  return objectsIn(shown)
    .filter(({ style }) => (style as { readonly code?: boolean } | undefined)?.code !== true)
    .flatMap(({ text, caption, title, accessibility_label: label }) => [text, caption, title, label])
    .filter((text) => typeof text === 'string')
    .filter((text) =>
      ENGLISH.test(
        text.replaceAll(/\/followstats [^：:]*|OAuth & Permissions|Friends and Relationship Chains|"[^"]*"/g, ''),
      ),
    );
}
