import type { ListAnswer } from '../../../followstats/lists/answer.ts';
import { type AccountList, MOST_LIST_ACCOUNTS, MOST_LISTS } from '../../../followstats/lists/lists.ts';
import type { ListName } from '../../../followstats/typed/list-name.ts';
import { writeAccount } from '../../../followstats/typed/who.ts';
import type { AccountId } from '../../../followstats/types.ts';
import { describeFault } from '../fault-text.ts';
import { type Inline, type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';
import type { FormatNumber } from '../reports/report-sentences.ts';
import { whoSentences } from '../reports/who-sentences.ts';

type Changed = Extract<ListAnswer, { kind: 'list-changed' }>;
type Unchanged = Extract<ListAnswer, { kind: 'list-unchanged' }>;

const ACCOUNTS_A_LINE = 20;
/** Blocks of more may be refused for their size; the text tells all. */
const ACCOUNTS_SHOWN = 300;
/** Longer than this nobody types, and code in a sentence is cut. */
const COMMAND_TYPED = 250;

const listed = (name: ListName): Inline => ({ code: `list:${name}` });
const accounts = (count: number, format: FormatNumber) => `${format(count)} account${count === 1 ? '' : 's'}`;

/** What comes of a `list …` command. @param maxAccounts the most that one look-up takes */
export function listReply(
  answer: Exclude<ListAnswer, { kind: 'fault' }>,
  format: FormatNumber,
  maxAccounts: number,
): Reply {
  switch (answer.kind) {
    case 'list-changed':
      return sentences(changedSentence(answer, format, maxAccounts), ...whoSentences(answer.who));
    case 'list-unchanged':
      return sentences(unchangedSentence(answer, format));
    case 'list-deleted':
      return sentences(deletedSentence(answer.held, format));
    case 'list':
      return showReply(answer.list, format, maxAccounts);
    case 'lists':
      return overviewReply(answer.lists, format);
  }
}

function changedSentence(answer: Changed, format: FormatNumber, maxAccounts: number): Sentence {
  const { change, name, changed, size, who } = answer;
  const holds = `now holds ${accounts(size, format)}. `;
  const already = who.accounts.length - changed;
  if (change === 'create') return [listed(name), ` ${holds}`, ...nextStep(name, size, maxAccounts)];
  if (changed === 0) {
    const nothing = change === 'add' ? 'Nothing was added to ' : 'Nothing was removed from ';
    const why = change === 'add' ? ', which holds them all already. ' : ', which holds none of them. ';
    return [nothing, listed(name), who.accounts.length > 0 ? why : '. ', ...nextStep(name, size, maxAccounts)];
  }
  const done =
    change === 'add' ? `Added ${accounts(changed, format)} to ` : `Removed ${accounts(changed, format)} from `;
  const rest = change === 'add' ? 'in it already' : 'not in it';
  const others = already > 0 ? `; ${format(already)} ${already === 1 ? 'was' : 'were'} ${rest}` : '';
  return [done, listed(name), `${others}. It ${holds}`, ...nextStep(name, size, maxAccounts)];
}

function nextStep(name: ListName, size: number, maxAccounts: number): Sentence {
  if (size === 0) return ['Add accounts with ', typed(`list add ${name} alice`), '.'];
  if (size > maxAccounts) return ['See them with ', typed(`list show ${name}`), '. ', ...tooMany(maxAccounts)];
  return ['Look them up with ', typed(`list:${name}`), ', see them with ', typed(`list show ${name}`), '.'];
}

function tooMany(maxAccounts: number): Sentence {
  return [`One look-up takes at most ${maxAccounts} accounts; `, typed('digest new'), ' takes them all.'];
}

function unchangedSentence(answer: Unchanged, format: FormatNumber): Sentence {
  const { name } = answer;
  switch (answer.why) {
    case 'absent':
      return describeFault(answer.fault);
    case 'exists':
      return [
        'There is a ',
        listed(name),
        ' already, so nothing was changed. Add to it with ',
        typed(`list add ${name} alice`),
        ', or see it with ',
        typed(`list show ${name}`),
        '.',
      ];
    case 'too-many-lists':
      return [
        `There are ${format(MOST_LISTS)} lists, and there can’t be more. See them with `,
        typed('list show'),
        ', and delete one with ',
        typed('list delete NAME'),
        '.',
      ];
    case 'too-many-accounts':
      return [
        listed(name),
        ` would hold ${accounts(answer.size, format)}, and a list takes at most ${format(MOST_LIST_ACCOUNTS)}, so nothing was changed. Put some into another list, like `,
        typed(`list create ${name.slice(0, 38)}-2 alice`),
        '.',
      ];
  }
}

function deletedSentence({ name, accounts: held }: AccountList, format: FormatNumber): Sentence {
  const again = `list create ${name} ${held.map(writeAccount).join(' ')}`.trimEnd();
  return [
    'Deleted ',
    listed(name),
    `, which held ${accounts(held.length, format)}. To have it again, type `,
    typed(again.length <= COMMAND_TYPED ? again : `list create ${name} …`),
    again.length <= COMMAND_TYPED ? '.' : ' with the accounts it shall hold.',
  ];
}

/** The accounts are written as they have to be typed, so that a line of them can be copied into a command. */
function showReply({ name, accounts: held }: AccountList, format: FormatNumber, maxAccounts: number): Reply {
  if (held.length === 0) return sentences([listed(name), ' is empty. ', ...nextStep(name, 0, maxAccounts)]);
  const title: Sentence = [listed(name), ' ', { bold: `holds ${accounts(held.length, format)}:` }];
  const next: Sentence =
    held.length > maxAccounts ? tooMany(maxAccounts) : ['Look them up with ', typed(`list:${name}`), '.'];
  const left = held.length - ACCOUNTS_SHOWN;
  const more: readonly Sentence[] = left > 0 ? [[`… and ${format(left)} more.`]] : [];
  return {
    text: joinText([title, ...lines(held), next].map(toText)),
    renderings: [[toRichText([title, ...lines(held.slice(0, ACCOUNTS_SHOWN)), ...more, next])]],
  };
}

function lines(held: readonly AccountId[]): readonly Sentence[] {
  const starts = held.flatMap((_, n) => (n % ACCOUNTS_A_LINE === 0 ? [n] : []));
  return starts.map((start) =>
    held
      .slice(start, start + ACCOUNTS_A_LINE)
      .flatMap((account, n): Inline[] => [...(n > 0 ? [' '] : []), { code: writeAccount(account) }]),
  );
}

function overviewReply(lists: Extract<ListAnswer, { kind: 'lists' }>['lists'], format: FormatNumber): Reply {
  const [first] = lists;
  if (!first)
    return sentences(['There are no lists yet. Make one with ', typed('list create creators alice bob'), '.']);
  const title: Sentence = [{ bold: `${format(lists.length)} list${lists.length === 1 ? '' : 's'}` }];
  const each = lists.map(({ name, size }): Sentence => [listed(name), `: ${accounts(size, format)}`]);
  const next: Sentence = [
    'See one with ',
    typed(`list show ${first.name}`),
    ', look its accounts up with ',
    typed(`list:${first.name}`),
    '.',
  ];
  return {
    text: joinText([title, ...each, next].map(toText)),
    renderings: [[toRichText([title]), toBullets(each), toRichText([next])]],
  };
}
