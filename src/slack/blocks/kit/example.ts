import type { CommandFault } from '../../../followstats/commands/command.ts';
import { writeAccount } from '../../../followstats/typed/who.ts';
import type { Word } from '../../../followstats/typed/words.ts';
import { COMMAND } from '../../names.ts';
import type { Inline, Sentence } from './inline.ts';

/** Text, or a mention in its place. */
type Part = string | Extract<Inline, { personId: unknown } | { groupId: unknown } | { channelId: unknown }>;

/** What an example shows where accounts stand. */
type Shows = 'accounts' | 'quoted' | 'list';

const WHO_EXAMPLES = { accounts: 'alice bob', quoted: '"with space" bob', list: 'list:creators' } as const;
const ONE_EXAMPLES = { accounts: 'alice', quoted: '"with space"', list: 'alice' } as const;
const PERSON = '@priya';

/**
 * A right example of the command that was typed, about the person or list that was typed, as far as these are known; else of a
 * look-up.
 */
export function exampleOf({ beginning = [] }: Pick<CommandFault, 'beginning'>, shows: Shows = 'accounts'): Sentence {
  const [name, ...about] = beginning.flatMap(toPart);
  return typedParts(partsOf(name, about, shows));
}

function partsOf(name: Part | undefined, about: readonly Part[], shows: Shows): readonly Part[] {
  const [first, second] = about;
  switch (name) {
    case 'list':
      return ['list', ...partsOfList(first, second, shows)];
    case 'history':
      return ['history', WHO_EXAMPLES[shows], '30d'];
    case 'fans':
    case 'following':
    case 'mutual':
      return [name, ONE_EXAMPLES[shows]];
    case 'check':
      return ['check', 'alice', WHO_EXAMPLES[shows]];
    case 'link':
      return ['link', first ?? PERSON, second ?? ONE_EXAMPLES[shows]];
    case 'unlink':
      return ['unlink', first ?? PERSON];
    case 'allow':
      return ['allow', first ?? PERSON, 'viewer'];
    case 'revoke':
      return ['revoke', first ?? PERSON];
    case 'digest':
      return ['digest', 'list'];
    case 'links':
    case 'access':
    case 'why':
    case 'help':
      return [name];
    default:
      return [WHO_EXAMPLES[shows]];
  }
}

function partsOfList(action: Part | undefined, list: Part | undefined, shows: Shows): readonly Part[] {
  if (action === undefined) return ['show'];
  const name = list ?? 'creators';
  if (action === 'show' || action === 'delete') return [action, name];
  // Of a name that is wrong itself no other is shown behind it.
  return [action, name, WHO_EXAMPLES[list === undefined && shows === 'list' ? 'accounts' : shows]];
}

/** A command as a person types it, with mentions as such. */
function typedParts(parts: readonly Part[]): Sentence {
  const pieces: Inline[] = [];
  let text = COMMAND;
  for (const part of parts) {
    if (typeof part === 'string') {
      text = text ? `${text} ${part}` : part;
      continue;
    }
    if (text) pieces.push({ code: text }, ' ');
    pieces.push(part, ' ');
    text = '';
  }
  return text ? [...pieces, { code: text }] : pieces.slice(0, -1);
}

function toPart(word: Word): readonly Part[] {
  switch (word.kind) {
    case 'text':
      return [word.quoted ? writeAccount(word.text) : word.text];
    case 'person':
      return [{ personId: word.personId }];
    case 'group':
      return [{ groupId: word.groupId }];
    case 'channel':
      return [{ channelId: word.channelId }];
    case 'other-mention':
      return [];
  }
}
