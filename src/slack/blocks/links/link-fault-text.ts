import type { LinkFault } from '../../../followstats/links/read.ts';
import type { FaultOffers, FaultWords } from '../kit/fault-words.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';
import { linkPerson, linkSomeone, seeLinks } from './link-offers.ts';

const EXAMPLES = { link: typed('link @priya alice'), unlink: typed('unlink @priya'), links: typed('links') };

/** The faults of `link`, `unlink` and `links` in words, each with a right example. */
export const LINK_FAULTS: FaultWords<LinkFault> = {
  'missing-person': ({ words }, { verb }) => {
    const { missingWhoToLink, missingWhoToUnlink } = words.links.faults;
    return (verb === 'link' ? missingWhoToLink : missingWhoToUnlink)({ example: EXAMPLES[verb] });
  },
  'not-a-person': ({ words }, { verb, word }) =>
    words.links.faults.notAPerson({ word: shownWord(word), example: EXAMPLES[verb] }),
  'missing-account': ({ words }, { personId }) =>
    words.links.faults.missingAccount({
      person: { personId },
      example: [typed('link'), ' ', { personId }, ' ', { code: 'alice' }],
    }),
  'linked-list': ({ words }, { word }) =>
    words.links.faults.listLinked({ word: shownWord(word), example: EXAMPLES.link }),
  'surplus-link-word': ({ words }, { verb, word }) =>
    words.links.faults.surplusWord({ word: shownWord(word), example: EXAMPLES[verb] }),
};

/** The controls that go with them. */
export const LINK_FAULT_OFFERS: FaultOffers<LinkFault> = {
  'missing-person': (reader, { verb }) => [verb === 'link' ? linkSomeone(reader) : seeLinks(reader)],
  'not-a-person': (reader, { verb }) => [verb === 'link' ? linkSomeone(reader) : seeLinks(reader)],
  'missing-account': (reader, { personId }) => [linkPerson(reader, personId)],
};
