import type { LinkFault } from '../../../followstats/links/read.ts';
import type { FaultWords } from '../kit/fault-words.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';

const EXAMPLES = { link: typed('link @priya alice'), unlink: typed('unlink @priya'), links: typed('links') };

/** What is wrong with `link`, `unlink` and `links`. */
export const LINK_FAULTS: FaultWords<LinkFault> = {
  'missing-person': ({ verb }) => [`Whom shall I ${verb}? Mention a person, like `, EXAMPLES[verb], '.'],
  'not-a-person': ({ verb, word }) => [
    shownWord(word),
    ' is not a mention of a person. Choose one of those Slack offers behind @, like ',
    EXAMPLES[verb],
    '.',
  ],
  'missing-account': ({ personId }) => [
    'Which account is ',
    { personId },
    '? Type its UserID behind the mention, like ',
    EXAMPLES.link,
    '.',
  ],
  'linked-list': ({ word }) => [
    shownWord(word),
    ' is a list, and a person is linked to one account. Type its UserID, like ',
    EXAMPLES.link,
    '.',
  ],
  'surplus-link-word': ({ verb, word }) => [shownWord(word), ' is too much here. Type it like ', EXAMPLES[verb], '.'],
};
