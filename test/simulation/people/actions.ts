import type { Action } from './action.ts';
import { answerNotice } from './answer-notice.ts';
import { askForMany } from './ask-for-many.ts';
import { changeAccess } from './change-access.ts';
import { changeDigest } from './change-digest.ts';
import { changeLinks } from './change-links.ts';
import { changeLists } from './change-lists.ts';
import { askWithoutRole } from './deny.ts';
import { lookUp } from './look-up.ts';
import { loseRole } from './lose-role.ts';
import { makeDigest } from './make-digest.ts';
import { pressButtons } from './press-buttons.ts';
import { pressOldButton } from './press-old-button.ts';
import { stopAtSlot } from './stop-at-slot.ts';
import { useShortcut } from './use-shortcut.ts';

/** Everything that people do. */
export const ACTIONS: readonly Action[] = [
  ...[lookUp, askForMany, pressButtons, useShortcut, askWithoutRole],
  ...[changeLists, changeLinks, changeAccess],
  ...[makeDigest, changeDigest, stopAtSlot, answerNotice, loseRole, pressOldButton],
];
