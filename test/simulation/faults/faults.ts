import { chatAnswersOddly } from './chat-answers-oddly.ts';
import { chatFails } from './chat-fails.ts';
import { chatIsThrottled } from './chat-is-throttled.ts';
import { chatLoses } from './chat-loses.ts';
import { chatRejectsSignatures } from './chat-rejects-signatures.ts';
import { chatSpoilsAccounts } from './chat-spoils-accounts.ts';
import { clockIsSet, clocksDiffer } from './clocks-differ.ts';
import type { Fault } from './fault.ts';
import { noticesAreLate } from './notices-are-late.ts';
import { noticesGetLost } from './notices-get-lost.ts';
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
import { webhooksAreLate } from './webhooks-are-late.ts';
import { webhooksComeTwice } from './webhooks-come-twice.ts';
import { webhooksGetLost } from './webhooks-get-lost.ts';

/** What goes wrong with webhooks and with the notices that replicas send each other of them. They come beside the others. */
export const FAULTS_OF_NEWS: readonly Fault[] = [
  webhooksGetLost,
  webhooksComeTwice,
  webhooksAreLate,
  noticesAreLate,
  noticesGetLost,
];

/** Every other kind of fault that comes in episodes. Kills come beside these; see `kills.ts`. */
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
