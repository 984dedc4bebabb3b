import type { Role } from '../../followstats/access.ts';
import { SHORTCUT_NAME } from '../names.ts';
import { type Sentence, toBullets, toRichText, toText } from './inline.ts';
import { joinText, type Reply } from './reply.ts';
import { typed } from './typed.ts';

interface Facts {
  readonly role: Role | undefined;
  readonly maxAccounts: number;
  readonly cacheSeconds: number;
}

/** Usage with examples, the reader's own role, the limits. */
export function helpReply({ role, maxAccounts, cacheSeconds }: Facts): Reply {
  const title: Sentence = [{ bold: 'followstats' }, ' reads follower counts of Tencent Cloud Chat accounts.'];
  const usage: readonly Sentence[] = [
    [typed('alice bob'), ' – looks up these accounts'],
    [typed('"with space" a@b.com'), ' – quotes hold a UserID with spaces; commas and new lines separate, too'],
    [typed('lookup help'), ' – looks up an account whose UserID is a subcommand’s name'],
    [typed('@person @group list:creators'), ' – looks up who is linked to them, and who is on a list'],
    [typed('list create creators alice bob'), ' – makes a list; list add, remove, show and delete do the rest'],
    [typed('link @person alice'), ' – says which account a person is; unlink takes it back, links shows all'],
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
