import type { CommandFault } from '../../../followstats/commands/command.ts';
import type { Reference, Who } from '../../../followstats/typed/who.ts';
import type { Reader } from '../../words/reader.ts';
import { askFault } from '../asks/ask-fault-text.ts';
import { correctedOffer } from '../kit/corrected-offer.ts';
import { clean, type Inline, type Sentence } from '../kit/inline.ts';
import { listed } from '../kit/listed.ts';
import { offer } from '../kit/offer.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { withControls } from '../kit/with-controls.ts';

/** Whom a notice names of those who are looked up. */
const NAMED = 3;
/** Code points of one UserID. */
const LONGEST = 40;

/** Stands there while accounts are looked up. */
export function lookingUp(reader: Reader, who: Who): Reply {
  return sentences(reader, reader.words.home.lookUp.working({ who: namesOf(reader, who) }));
}

/** Says where the answer is. @param at when it was given, Unix milliseconds */
export function lookedUp(reader: Reader, who: Who, at: number): Reply {
  return sentences(reader, reader.words.home.lookUp.sent({ who: namesOf(reader, who), time: { time: at } }));
}

/** What is wrong with what was typed, in words for a field; what was meant is a button away. */
export function lookUpFault(reader: Reader, fault: CommandFault): Reply {
  const { text } = askFault(reader, fault, ['accounts']);
  return withControls(sentences(reader, [text]), offer(reader, correctedOffer(reader, fault)));
}

function namesOf(reader: Reader, who: Who): Sentence {
  const left = who.length - NAMED;
  const more = left > 0 ? [reader.words.home.lookUp.more({ left })] : [];
  return listed(reader, [...who.slice(0, NAMED).map(nameOf), ...more]);
}

function nameOf(reference: Reference): Inline {
  switch (reference.kind) {
    case 'account':
      return { code: clean(reference.account, LONGEST) };
    case 'list':
      return { code: `list:${reference.name}` };
    case 'person':
      return { personId: reference.personId };
    case 'group':
      return { groupId: reference.groupId };
  }
}
