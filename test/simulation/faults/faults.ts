import { chatAnswersOddly } from './chat-answers-oddly.ts';
import { chatFails } from './chat-fails.ts';
import { chatIsThrottled } from './chat-is-throttled.ts';
import { chatLoses } from './chat-loses.ts';
import { chatRejectsSignatures } from './chat-rejects-signatures.ts';
import { chatSpoilsAccounts } from './chat-spoils-accounts.ts';
import { clockIsSet, clocksDiffer } from './clocks-differ.ts';
import type { Fault } from './fault.ts';
import { permitsComeLate } from './permits-come-late.ts';
import { requestsAreLate } from './requests-are-late.ts';
import { requestsComeTwice } from './requests-come-twice.ts';
import { responseUrlsFail } from './response-urls-fail.ts';
import { slackIsLate } from './slack-is-late.ts';
import { slackLimits } from './slack-limits.ts';
import { slackLoses } from './slack-loses.ts';
import { slackRefuses } from './slack-refuses.ts';
import { slackRejectsContent } from './slack-rejects-content.ts';
import { storeFails, storeIsSlow } from './store-fails.ts';
import { storeHangs } from './store-hangs.ts';

/** Every kind of fault that comes in episodes. Kills come beside these; see `kills.ts`. */
export const FAULTS: readonly Fault[] = [
  slackLoses,
  slackIsLate,
  slackLimits,
  slackRejectsContent,
  slackRefuses,
  responseUrlsFail,
  requestsComeTwice,
  requestsAreLate,
  chatFails,
  chatAnswersOddly,
  chatRejectsSignatures,
  chatIsThrottled,
  chatLoses,
  chatSpoilsAccounts,
  permitsComeLate,
  storeFails,
  storeIsSlow,
  storeHangs,
  clocksDiffer,
  clockIsSet,
];
