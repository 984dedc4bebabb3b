import { mayActAs, type Role } from '../../followstats/access/rules.ts';
import { SHORTCUT_NAME } from '../names.ts';
import { type Sentence, toBullets, toRichText, toText } from './kit/inline.ts';
import { joinText, type Reply } from './kit/reply.ts';
import { typed } from './kit/typed.ts';

interface Facts {
  readonly role: Role | undefined;
  readonly maxAccounts: number;
  readonly cacheSeconds: number;
}

/** Shown to those who may; what a viewer may is shown to everyone, so that they know what to ask an admin for. */
const FURTHER_USAGE: readonly (readonly [needed: Role, line: Sentence])[] = [
  [
    'editor',
    [typed('list create creators alice bob'), ' – makes a list; list add, remove and delete change it the same way'],
  ],
  ['editor', [typed('link @priya alice'), ' – says which account a person is; unlink takes it back, links shows all']],
  [
    'editor',
    [
      typed('digest new'),
      ' – posts accounts to a channel on a schedule; digest list shows all, and digest edit, run, pause, resume, delete and',
      ' log take one’s number',
    ],
  ],
  [
    'admin',
    [
      typed('allow @priya editor'),
      ' – gives a person, @group or #channel the role viewer (when none is named), editor or admin',
    ],
  ],
  ['admin', [typed('revoke @priya'), ' – takes back what was given so']],
  ['admin', [typed('access'), ' – lists who has which role, and who gave it']],
  ['admin', [typed('why @priya'), ' – says which rule lets somebody in, or why none does']],
];

/** Usage with examples, the reader's own role, the limits. */
export function helpReply({ role, maxAccounts, cacheSeconds }: Facts): Reply {
  const title: Sentence = [{ bold: 'followstats' }, ' reads follower counts of Tencent Cloud Chat accounts.'];
  const usage: readonly Sentence[] = [
    [typed('alice bob'), ' – looks up these accounts'],
    [typed('"with space" a@b.com'), ' – quotes hold a UserID with spaces; commas and new lines separate, too'],
    [typed('lookup help'), ' – looks up an account whose UserID is a subcommand’s name'],
    [typed('@priya @creators-team list:creators'), ' – looks up who is linked to them, and who is on a list'],
    [typed('list show'), ' – shows the lists, and with a name who is on that one'],
    [typed('why'), ' – says which rule lets you in, or why none does'],
    ...FURTHER_USAGE.flatMap(([needed, line]) => (mayActAs(role, needed) ? [line] : [])),
    [typed('help'), ' – shows this'],
  ];
  const cache = cacheSeconds > 0 ? `, counts may be up to ${cacheSeconds} s old (Refresh reads them anew)` : '';
  const facts: readonly Sentence[] = [
    ['Your role: ', { bold: role ?? 'none' }, role ? '.' : ' – you can’t look accounts up yet; ask an admin.'],
    [`Limits: ${maxAccounts} accounts a command${cache}.`],
    [
      'Only you see the answers, until you press Share. Slack offers slash commands in channels and DMs, not in threads;',
      ' the shortcut ',
      { bold: SHORTCUT_NAME },
      ' in any message’s menu looks up whom it mentions, there too.',
    ],
  ];
  return {
    text: joinText([title, ...usage, ...facts].map(toText)),
    renderings: [[toRichText([title]), toBullets(usage), toRichText(facts)]],
  };
}
