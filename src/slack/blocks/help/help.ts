import type { Role } from '../../../followstats/access/rules.ts';
import type { Answer } from '../../../followstats/commands/answer.ts';
import { usageFor } from '../../../followstats/commands/usage.ts';
import { SHORTCUT_NAME } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerFacts, AnswerRenders } from '../kit/answer-renders.ts';
import { type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { joinText, type Reply } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';

/** The answer of `help`. */
export const HELP_ANSWERS: AnswerRenders<Extract<Answer, { kind: 'help' }>> = {
  help: (reader, { role }, facts) => helpReply(reader, role, facts),
};

/** Usage with examples, the reader's own role, the limits. */
function helpReply(reader: Reader, role: Role | undefined, facts: AnswerFacts): Reply {
  const { help } = reader.words;
  const title = help.title();
  const usage = [
    ...usageFor(role).map(({ line, example }) => help.lines[line]({ command: typed(example) })),
    help.lines.help({ command: typed('help') }),
  ];
  const notes = [
    role ? help.role({ role }) : help.noRole(),
    limitsSentence(reader, facts),
    help.usage({ shortcut: SHORTCUT_NAME }),
  ];
  return {
    text: joinText(reader, [title, ...usage, ...notes].map(toText)),
    renderings: [[toRichText([title]), toBullets(usage), toRichText(notes)]],
  };
}

function limitsSentence({ words: { help } }: Reader, { maxAccounts, cacheSeconds }: AnswerFacts): Sentence {
  return cacheSeconds > 0
    ? help.limitsWithCache({ accounts: maxAccounts, seconds: cacheSeconds })
    : help.limits({ accounts: maxAccounts });
}
