import type { Action } from './action.ts';
import { answerNotice } from './answer-notice.ts';
import { askForMany } from './ask-for-many.ts';
import { askWhoCame } from './ask-who-came.ts';
import { changeAccess } from './change-access.ts';
import { changeAnothersDigest } from './change-anothers-digest.ts';
import { changeDigest } from './change-digest.ts';
import { changeLinks } from './change-links.ts';
import { changeLists } from './change-lists.ts';
import { changeWatch } from './change-watch.ts';
import { askWithoutRole } from './deny.ts';
import { lookAgain } from './look-again.ts';
import { lookUp } from './look-up.ts';
import { loseRole } from './lose-role.ts';
import { makeDigest } from './make-digest.ts';
import { makeWatch } from './make-watch.ts';
import { mistype } from './mistype.ts';
import { openCard } from './open-card.ts';
import { pressButtons } from './press-buttons.ts';
import { pressOldButton } from './press-old-button.ts';
import { stopAtSlot } from './stop-at-slot.ts';
import { useShortcut } from './use-shortcut.ts';

/** Everything that people do. */
export const ACTIONS: readonly Action[] = [
  ...[lookUp, lookAgain, askWhoCame, askForMany, pressButtons, useShortcut, mistype, openCard, askWithoutRole],
  ...[changeLists, changeLinks, changeAccess],
  ...[makeWatch, changeWatch],
  ...[makeDigest, changeDigest, changeAnothersDigest, stopAtSlot, answerNotice, loseRole, pressOldButton],
];
