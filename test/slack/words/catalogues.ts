import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Language } from '../../../src/followstats/languages.ts';
import type { Messages } from '../../../src/slack/words/catalogue.ts';
import type { en } from '../../../src/slack/words/en/en.ts';

/** All catalogues. Each language is a folder with a file of its name, which exports its catalogue alone. */
export const CATALOGUES = await Promise.all(
  globSync('../../../src/slack/words/*/', { cwd: import.meta.dirname }).map(async (folder) => {
    const language = basename(folder);
    const [messages] = Object.values<Messages>(await import(`${join(import.meta.dirname, folder)}/${language}.ts`));
    return { language, messages: messages as Messages };
  }),
);

/** The messages of one language. Every translation has those of the original, which its compiler saw to. */
export function messagesIn(language: Language): typeof en {
  const { messages } = CATALOGUES.find((one) => one.language === language.toLowerCase()) ?? {};
  return messages as unknown as typeof en;
}
