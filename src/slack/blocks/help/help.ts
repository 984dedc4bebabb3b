import { mayActAs, type Role } from '../../../followstats/access/rules.ts';
import type { Answer } from '../../../followstats/commands/answer.ts';
import { usageFor } from '../../../followstats/commands/usage.ts';
import { SHORTCUT_NAME } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerFacts, AnswerRenders } from '../kit/answer-renders.ts';
import { foot } from '../kit/foot.ts';
import { type Sentence, toBullets, toPlain, toRichText, toText } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { mentionAdmins, mentionPeople } from '../kit/mention-people.ts';
import { type Deed, type Offer, offer } from '../kit/offer.ts';
import { joinText, type MessageBlock, type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';

/** The answer of `help`. */
export const HELP_ANSWERS: AnswerRenders<Extract<Answer, { kind: 'help' }>> = {
  help: (reader, { role, all }, facts) => {
    if (role === undefined) return withoutRoleReply(reader);
    return all ? allReply(reader, role, facts) : startReply(reader, role, facts);
  },
};

/** Something to begin with: what to type for it, and what its button does. */
type Start = 'lookup' | 'lists' | 'newList' | 'why' | 'newDigest' | 'access';

/** Shows all commands. */
const ALL_EXAMPLE = 'help all';

const EXAMPLES: Readonly<Record<Start, string>> = {
  lookup: 'alice bob',
  lists: 'list show',
  newList: 'list create creators alice bob',
  why: 'why',
  newDigest: 'digest new',
  access: 'access',
};

const DEEDS: Readonly<Record<Start, Deed>> = {
  lookup: { ask: { asks: 'lookup' } },
  lists: { command: EXAMPLES.lists },
  newList: { ask: { asks: 'list-create' } },
  why: { command: EXAMPLES.why },
  newDigest: { command: EXAMPLES.newDigest },
  access: { command: EXAMPLES.access },
};

/** Three things a person with a role can begin with. */
function startsFor(role: Role): readonly Start[] {
  if (mayActAs(role, 'admin')) return ['lookup', 'newDigest', 'access'];
  return mayActAs(role, 'editor') ? ['lookup', 'newList', 'newDigest'] : ['lookup', 'lists', 'why'];
}

function startReply(reader: Reader, role: Role, facts: AnswerFacts): Reply {
  const { help } = reader.words;
  const lines = startsFor(role).map((start) => help.start[start]({ command: typed(EXAMPLES[start]) }));
  const offers = startsFor(role).map(
    (start, n): Offer => ({
      key: start,
      words: help.buttons[start],
      deed: DEEDS[start],
      ...(n === 0 && { style: 'primary' }),
    }),
  );
  const more: Offer = { key: 'more', words: help.buttons.more, deed: { command: ALL_EXAMPLE } };
  return page(reader, help.title(), {
    text: [...lines, help.moreWith({ command: typed(ALL_EXAMPLE) })],
    blocks: [toRichText(lines), { type: 'actions', elements: offer(reader, ...offers, more) }],
    facts: { ...facts, role },
  });
}

function allReply(reader: Reader, role: Role, facts: AnswerFacts): Reply {
  const { help } = reader.words;
  const lines = [
    ...usageFor(role).map(({ line, example }) => help.lines[line]({ command: typed(example) })),
    help.lines.help({ command: typed('help') }),
  ];
  return page(reader, help.allTitle(), { text: lines, blocks: [toBullets(lines)], facts: { ...facts, role } });
}

interface Page {
  readonly text: readonly Sentence[];
  readonly blocks: readonly MessageBlock[];
  readonly facts: AnswerFacts & { readonly role: Role };
}

/** Below what there is to do: what holds for all of it, small. */
function page(reader: Reader, title: Sentence, { text, blocks, facts }: Page): Reply {
  const { help } = reader.words;
  const { role, maxAccounts, cacheSeconds } = facts;
  const { admins } = reader;
  const notes = [
    joinSentences(reader, help.private(), help.threads({ shortcut: SHORTCUT_NAME })),
    joinSentences(
      reader,
      help.role({ role: reader.words.access.roles[role]() }),
      admins.length > 0 ? help.admins({ admins: mentionPeople(reader, admins) }) : undefined,
      help.limits({ accounts: maxAccounts }),
      cacheSeconds > 0 ? help.cached({ seconds: cacheSeconds }) : undefined,
    ),
  ];
  return {
    text: joinText(reader, [title, ...text, ...notes].map(toText)),
    renderings: [
      [
        { type: 'header', text: { type: 'plain_text', text: toPlain(title) } },
        ...blocks,
        ...notes.map((note) => foot(note)),
      ],
    ],
  };
}

function withoutRoleReply(reader: Reader): Reply {
  const { noRole, askAdmins, askOperators } = reader.words.help;
  const { admins } = reader;
  const ask = admins.length > 0 ? askAdmins({ admins: mentionAdmins(reader) }) : askOperators();
  return sentences(reader, joinSentences(reader, noRole(), ask));
}
