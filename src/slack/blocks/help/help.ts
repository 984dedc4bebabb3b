import { mayActAs, ROLES, type Role } from '../../../followstats/access/rules.ts';
import type { Answer } from '../../../followstats/commands/answer.ts';
import { SHORTCUT_NAME } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { ACCESS_HELP } from '../access/access-help.ts';
import { DIGEST_HELP } from '../digests/digest-help.ts';
import type { AnswerFacts, AnswerRenders } from '../kit/answer-renders.ts';
import { type HelpLine, toHelpSentence } from '../kit/help-lines.ts';
import { type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { joinText, type Reply } from '../kit/reply.ts';
import { LINK_HELP } from '../links/link-help.ts';
import { LIST_HELP } from '../lists/list-help.ts';
import { REPORT_HELP } from '../reports/report-help.ts';

/** The lines of every subject, in the order they are read within what one role may do. */
const LINES: readonly HelpLine[] = [...REPORT_HELP, ...LIST_HELP, ...LINK_HELP, ...DIGEST_HELP, ...ACCESS_HELP];

/** Shown last. */
const HELP: HelpLine = { needs: 'viewer', example: 'help', says: ({ help }) => help };

/** The answer of `help`. */
export const HELP_ANSWERS: AnswerRenders<Extract<Answer, { kind: 'help' }>> = {
  help: (reader, { role }, facts) => helpReply(reader, role, facts),
};

/** Usage with examples, the reader's own role, the limits. */
function helpReply(reader: Reader, role: Role | undefined, facts: AnswerFacts): Reply {
  const { help } = reader.words;
  const title = help.title();
  const usage = [...linesFor(role), HELP].map((line) => toHelpSentence(reader.words, line));
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

/** What a role may do, the least that is needed first. */
function linesFor(role: Role | undefined): readonly HelpLine[] {
  const shown = ROLES.filter((needed) => needed === 'viewer' || mayActAs(role, needed));
  return shown.flatMap((needed) => LINES.filter(({ needs }) => needs === needed));
}

function limitsSentence({ words: { help } }: Reader, { maxAccounts, cacheSeconds }: AnswerFacts): Sentence {
  return cacheSeconds > 0
    ? help.limitsWithCache({ accounts: maxAccounts, seconds: cacheSeconds })
    : help.limits({ accounts: maxAccounts });
}
