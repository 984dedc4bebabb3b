import type { LinkAnswer } from '../../../followstats/links/answer.ts';
import type { Link } from '../../../followstats/links/links.ts';
import { writeAccounts } from '../../../followstats/typed/who.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import { card, MOST_CARDS } from '../kit/card.ts';
import { type Inline, type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { mentionPeople } from '../kit/mention-people.ts';
import { named } from '../kit/named-account.ts';
import { offer } from '../kit/offer.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';
import { withControls } from '../kit/with-controls.ts';
import { notInChatSentence, useMeant } from '../reports/not-in-chat.ts';
import { linkPerson, linkSomeone, lookUpPerson, seeLinks, undoLink, unlink } from './link-offers.ts';

/** Blocks of more may be rejected for their size; the text has as many as it holds. */
const ACCOUNTS_SHOWN = 300;

/** Answers of `link`, `unlink` and `links`. */
export const LINK_ANSWERS: AnswerRenders<LinkAnswer> = {
  linked: linkedReply,
  unlinked: unlinkedReply,
  links: (reader, answer) => linksReply(reader, answer.links),
};

type Of<Kind extends LinkAnswer['kind']> = Extract<LinkAnswer, { kind: Kind }>;

function linkedReply(reader: Reader, { personId, account, before, notInChat }: Of<'linked'>): Reply {
  const { linked, relinked } = reader.words.links;
  const person: Inline = { personId };
  const said = { person, account: named(reader, account, 'code') };
  const what = before === undefined ? linked(said) : relinked({ ...said, before: named(reader, before, 'code') });
  return withControls(
    sentences(reader, what, ...notInChatSentence(reader, notInChat)),
    offer(
      reader,
      lookUpPerson(reader, personId, account),
      before === undefined ? undefined : undoLink(reader, personId, before),
      useMeant(reader, notInChat, ({ meant }) => ({ command: `link <@${personId}> ${writeAccounts([meant])}` })),
    ),
  );
}

function unlinkedReply(reader: Reader, { personId, account }: Of<'unlinked'>): Reply {
  const { notLinked, unlinked } = reader.words.links;
  const person = { personId };
  if (account === undefined) {
    return withControls(
      sentences(reader, notLinked({ person })),
      offer(reader, linkPerson(reader, personId), seeLinks(reader)),
    );
  }
  return withControls(
    sentences(reader, unlinked({ person, account: named(reader, account, 'code') })),
    offer(reader, undoLink(reader, personId, account)),
  );
}

/** A card for each link, as many as a message holds; then a line for each other account. The text has a line an account. */
function linksReply(reader: Reader, links: readonly Link[]): Reply {
  const { overview } = reader.words.links;
  const controls = offer(reader, linkSomeone(reader));
  if (links.length === 0) {
    return withControls(sentences(reader, overview.none({ link: typed('link @priya alice') })), controls);
  }
  const lines = linesOf(reader, links);
  const title = overview.title({ people: links.length, accounts: lines.length });
  const others = linesOf(reader, links.slice(MOST_CARDS));
  const left = others.length - ACCOUNTS_SHOWN;
  const below = [
    ...(left > 0 ? [overview.more({ left })] : []),
    ...(others.length > 0 ? [overview.unlinkWith({ unlink: typed('unlink @person') })] : []),
  ];
  const reply: Reply = {
    text: joinText(reader, [title, ...lines].map(toText)),
    renderings: [
      [
        toRichText([title]),
        ...links
          .slice(0, MOST_CARDS)
          .flatMap((link) => card(linesOf(reader, [link]), offer(reader, unlink(reader, link)))),
        ...(others.length > 0 ? [toBullets(others.slice(0, ACCOUNTS_SHOWN)), toRichText(below)] : []),
      ],
    ],
  };
  return withControls(reply, controls);
}

/** A line an account, with the people who are linked to it. */
function linesOf(reader: Reader, links: readonly Link[]): readonly Sentence[] {
  return [...Map.groupBy(links, ({ account }) => account)].map(([account, linked]) =>
    reader.words.links.overview.each({
      account: named(reader, account, 'code'),
      people: mentionPeople(
        reader,
        linked.map(({ personId }) => personId),
      ),
    }),
  );
}
