import { MOST_CARDS } from './card.ts';
import { charactersIn } from './characters.ts';
import { LIMITS } from './limits.ts';
import type { MessageBlock } from './reply.ts';

/** Characters of the cards together: what a control answers may stand above them in the same message. */
const MOST_CHARACTERS = LIMITS.messageCharacters - 1000;

/** Draws a list with as many cards as a message takes. @param all how many there are; @param draw draws it with so many of them */
export function fitCards(all: number, draw: (cards: number) => readonly MessageBlock[]): readonly MessageBlock[] {
  let cards = Math.min(MOST_CARDS, all);
  for (;;) {
    const blocks = draw(cards);
    if (cards === 0 || charactersIn(blocks) <= MOST_CHARACTERS) return blocks;
    cards -= 1;
  }
}
