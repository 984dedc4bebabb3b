import type { LinkFault } from '../../../followstats/links/read.ts';
import { exampleOf } from '../kit/example.ts';
import type { FaultOffers, FaultWords } from '../kit/fault-words.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';
import { linkPerson, linkSomeone, seeLinks } from './link-offers.ts';

const EXAMPLES = { link: typed('link @priya alice'), unlink: typed('unlink @priya') };

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
  'mention-for-account': ({ words }, fault) =>
    words.links.faults.accountWanted({ word: shownWord(fault.word), example: exampleOf(fault) }),
  'linked-list': ({ words }, fault) =>
    words.links.faults.listLinked({ word: shownWord(fault.word), example: exampleOf(fault) }),
  'surplus-link-word': ({ words }, fault) =>
    words.links.faults.surplusWord({ word: shownWord(fault.word), example: exampleOf(fault) }),
};

/** The controls that go with them. */
export const LINK_FAULT_OFFERS: FaultOffers<LinkFault> = {
  'missing-person': (reader, { verb }) => [verb === 'link' ? linkSomeone(reader) : seeLinks(reader)],
  'not-a-person': (reader, { verb }) => [verb === 'link' ? linkSomeone(reader) : seeLinks(reader)],
  'missing-account': (reader, { personId }) => [linkPerson(reader, personId)],
};
