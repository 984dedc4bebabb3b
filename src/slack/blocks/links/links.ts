import type { LinkAnswer } from '../../../followstats/links/answer.ts';
import type { Link } from '../../../followstats/links/links.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import { type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { listed } from '../kit/listed.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';

/** Blocks of more may be rejected for their size; the text has as many as it holds. */
const ACCOUNTS_SHOWN = 300;

/** Answers of `link`, `unlink` and `links`. */
export const LINK_ANSWERS: AnswerRenders<LinkAnswer> = {
  linked: (reader, answer) => sentences(reader, linkedSentence(reader, answer)),
  unlinked: (reader, answer) => sentences(reader, unlinkedSentence(reader, answer)),
  links: (reader, answer) => linksReply(reader, answer.links),
};

type Of<Kind extends LinkAnswer['kind']> = Extract<LinkAnswer, { kind: Kind }>;

function linkedSentence({ words }: Reader, { personId, account, before }: Of<'linked'>): Sentence {
  const said = { person: { personId }, account: { code: account }, example: typed('@priya') };
  return before === undefined ? words.links.linked(said) : words.links.relinked({ ...said, before: { code: before } });
}

function unlinkedSentence({ words }: Reader, { personId, account }: Of<'unlinked'>): Sentence {
  const person = { personId };
  if (account === undefined) return words.links.notLinked({ person, links: typed('links') });
  return words.links.unlinked({ person, account: { code: account }, link: typed('link @person USERID') });
}

/** A line for each account, with the persons who are linked to it. */
function linksReply(reader: Reader, links: readonly Link[]): Reply {
  const { overview } = reader.words.links;
  if (links.length === 0) return sentences(reader, overview.none({ link: typed('link @priya alice') }));
  const each = [...Map.groupBy(links, ({ account }) => account)].map(([account, linked]) =>
    overview.each({
      account: { code: account },
      people: listed(
        reader,
        linked.map(({ personId }) => ({ personId })),
      ),
    }),
  );
  const title = overview.title({ people: links.length, accounts: each.length });
  const left = each.length - ACCOUNTS_SHOWN;
  return {
    text: joinText(reader, [title, ...each].map(toText)),
    renderings: [
      [
        toRichText([title]),
        toBullets(each.slice(0, ACCOUNTS_SHOWN)),
        ...(left > 0 ? [toRichText([overview.more({ left })])] : []),
      ],
    ],
  };
}
