import type { Role } from '../../followstats/access/rules.ts';
import { type UsageLine, usageFor } from '../../followstats/commands/usage.ts';
import { SHORTCUT_NAME } from '../names.ts';
import { type Sentence, toBullets, toRichText, toText } from './kit/inline.ts';
import { joinText, type Reply } from './kit/reply.ts';
import { typed } from './kit/typed.ts';

interface Facts {
  readonly role: Role | undefined;
  readonly maxAccounts: number;
  readonly cacheSeconds: number;
}

/** What each line's example does. */
const DOES: Readonly<Record<UsageLine, string>> = {
  lookup: 'looks up these accounts',
  quotes: 'quotes hold a UserID with spaces; commas and new lines separate, too',
  lookupWord: 'looks up an account whose UserID is a subcommand’s name',
  mentions: 'looks up who is linked to them, and who is on a list',
  listShow: 'shows the lists, and with a name who is on that one',
  listCreate: 'makes a list; list add, remove and delete change it the same way',
  link: 'says which account a person is; unlink takes it back, links shows all',
  digestNew:
    'posts accounts to a channel on a schedule; digest list shows all, and digest edit, run, pause, resume, delete and log take one’s number',
  why: 'says which rule lets you in, or why none does',
  allow: 'gives a person, @group or #channel the role viewer (when none is named), editor or admin',
  revoke: 'takes back what was given so',
  access: 'lists who has which role, and who gave it',
  whyOther: 'says which rule lets somebody in, or why none does',
};

/** Usage with examples, the reader's own role, the limits. */
export function helpReply({ role, maxAccounts, cacheSeconds }: Facts): Reply {
  const title: Sentence = [{ bold: 'followstats' }, ' reads follower counts of Tencent Cloud Chat accounts.'];
  const usage: readonly Sentence[] = [
    ...usageFor(role).map(({ line, example }): Sentence => [typed(example), ` – ${DOES[line]}`]),
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
