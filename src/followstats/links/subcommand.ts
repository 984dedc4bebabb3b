import type { PersonId } from '../ids.ts';
import { defineSubcommand, done, noDetails, writtenByStore } from '../subcommand.ts';
import { createLinkAnswer } from './answer.ts';
import { beginningOfLink, LINK_VERBS, readLinkCommand } from './read.ts';

const details = ({ personId }: { readonly personId: PersonId }) => ({ person: personId });
const lookAt = () => 'links';

/** `link`, `unlink` and `links` */
export const links = defineSubcommand({
  names: LINK_VERBS,
  fits: (verb, [first, ...others]) =>
    verb === 'unlink' || (verb === 'link' && first.kind === 'person' && others.length === 1),
  beginning: beginningOfLink,
  read: readLinkCommand,
  answer: createLinkAnswer,
  commands: {
    link: { role: 'editor', action: 'link', details, lookAt },
    unlink: { role: 'editor', action: 'unlink', details, lookAt },
    links: { role: 'editor', action: 'links', details: noDetails, lookAt: undefined },
  },
  answers: {
    linked: { ended: writtenByStore },
    unlinked: { ended: writtenByStore },
    links: { ended: done },
  },
  furtherActions: [],
  usage: { link: { role: 'editor', example: 'link @priya alice' } },
});
