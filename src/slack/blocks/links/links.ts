import type { LinkAnswer } from '../../../followstats/links/answer.ts';
import type { Link } from '../../../followstats/links/links.ts';
import { listed, type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';
import type { FormatNumber } from '../reports/report-sentences.ts';

/** Blocks of more may be refused for their size; the text tells all it holds. */
const ACCOUNTS_SHOWN = 300;

/** What comes of `link`, `unlink` and `links`. */
export function linkReply(answer: LinkAnswer, format: FormatNumber): Reply {
  switch (answer.kind) {
    case 'linked':
      return sentences(linkedSentence(answer));
    case 'unlinked':
      return sentences(unlinkedSentence(answer));
    case 'links':
      return linksReply(answer.links, format);
  }
}

function linkedSentence({ personId, account, before }: Extract<LinkAnswer, { kind: 'linked' }>): Sentence {
  const replaced: Sentence = before === undefined ? [] : [', and no longer to ', { code: before }];
  return [
    { personId },
    ' is now linked to ',
    { code: account },
    ...replaced,
    '. Mention people to look them up, like ',
    typed('@priya'),
    '.',
  ];
}

function unlinkedSentence({ personId, account }: Extract<LinkAnswer, { kind: 'unlinked' }>): Sentence {
  if (account === undefined) {
    return [{ personId }, ' has no link, so there was nothing to take back. See all with ', typed('links'), '.'];
  }
  return [
    { personId },
    ' is no longer linked to ',
    { code: account },
    '. To link anew, type ',
    typed('link @person USERID'),
    '.',
  ];
}

/** An account a line, with everybody who is linked to it. */
function linksReply(links: readonly Link[], format: FormatNumber): Reply {
  if (links.length === 0)
    return sentences(['Nobody is linked yet. Make a link with ', typed('link @priya alice'), '.']);
  const each = [...Map.groupBy(links, ({ account }) => account)].map(([account, linked]): Sentence => {
    return [{ code: account }, ': ', ...listed(linked.map(({ personId }) => ({ personId })))];
  });
  const people = `${format(links.length)} ${links.length === 1 ? 'person is' : 'people are'} linked`;
  const title: Sentence = [{ bold: people }, ` to ${format(each.length)} account${each.length === 1 ? '' : 's'}:`];
  const left = each.length - ACCOUNTS_SHOWN;
  return {
    text: joinText([title, ...each].map(toText)),
    renderings: [
      [
        toRichText([title]),
        toBullets(each.slice(0, ACCOUNTS_SHOWN)),
        ...(left > 0 ? [toRichText([[`… and ${format(left)} more accounts.`]])] : []),
      ],
    ],
  };
}
