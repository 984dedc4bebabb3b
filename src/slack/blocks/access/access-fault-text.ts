import { type AccessFault, MOST_SUBJECTS } from '../../../followstats/access/read.ts';
import type { FaultWords } from '../kit/fault-words.ts';
import { shownWord as shown } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';

const EXAMPLES = { allow: typed('allow @priya viewer'), revoke: typed('revoke @priya') } as const;

/** The faults of commands about access in words, each with a right example. */
export const ACCESS_FAULTS: FaultWords<AccessFault> = {
  'no-subject': ({ subcommand }) => [
    'Whom? Name a person, a user group or a channel, like ',
    EXAMPLES[subcommand],
    '.',
  ],
  'not-a-subject': ({ subcommand, word }) => [
    shown(word),
    ' is not a person, a user group or a channel of this workspace. Mention them, like ',
    EXAMPLES[subcommand],
    '.',
  ],
  'not-a-role': ({ word }) => [
    shown(word),
    ' is neither a role (viewer, editor or admin) nor a mention. Write it like ',
    EXAMPLES.allow,
    '.',
  ],
  'second-role': ({ word }) => [
    'One command gives one role, and ',
    shown(word),
    ' is the second. Write it like ',
    EXAMPLES.allow,
    '.',
  ],
  'too-many-subjects': ({ subcommand, count }) => [
    `That is ${count} people, user groups and channels, and one command takes at most ${MOST_SUBJECTS}. `,
    'Split it into several, like ',
    EXAMPLES[subcommand],
    '.',
  ],
  'words-behind-access': ({ word }) => [
    shown(word),
    ' is too much here: type ',
    typed('access'),
    ' alone for all rules, or ',
    typed('why @priya'),
    ' for what lets one person in.',
  ],
  'not-one-person': ({ word }) => [
    'Mention one person, and not ',
    shown(word),
    ', like ',
    typed('why @priya'),
    '; about yourself type ',
    typed('why'),
    '.',
  ],
};
