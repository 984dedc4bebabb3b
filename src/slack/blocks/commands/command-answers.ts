import type { ActionsBlock } from '@slack/types';
import type { Answer } from '../../../followstats/commands/answer.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders, AnswerView } from '../kit/answer-renders.ts';
import { button } from '../kit/button.ts';
import { AGAIN, commandButton } from '../kit/command-controls.ts';
import { failureSentence } from '../kit/failure-text.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { reportReply } from '../reports/report.ts';
import { faultReply } from './fault-reply.ts';
import { describeUnsaved } from './unsaved.ts';

/** Answers that any command may come to. */
export const COMMAND_ANSWERS: AnswerRenders<Extract<Answer, { kind: 'fault' | 'failed' | 'unsaved' }>> = {
  fault: (reader, { fault }) => faultReply(reader, fault),
  failed: failedReply,
  unsaved: (reader, { change, error }) => sentences(reader, describeUnsaved(reader, change, error)),
};

/** Where it isn't known whom it was about, or nothing was begun, there is one sentence; else each account is shown as one that couldn't be read. */
function failedReply(
  reader: Reader,
  { error: { failure }, report }: Extract<Answer, { kind: 'failed' }>,
  view: AnswerView,
): Reply {
  const isBusy = failure.code === 'busy';
  if (report && !isBusy) return reportReply(reader, report, view);
  const nothing = isBusy ? undefined : reader.words.failures.nothingRead({ accounts: 0 });
  const failed = joinSentences(reader, nothing, failureSentence(reader, failure));
  const { text, renderings } = sentences(reader, failed);
  const controls = tryAgain(reader, view);
  return { text, renderings: renderings.map((blocks) => [...blocks, ...controls]) };
}

/** A row of one button that runs the same command again. */
function tryAgain({ words }: Reader, { buttonValue, again }: AnswerView): readonly ActionsBlock[] {
  const { tryAgain: said } = words.failures;
  if (buttonValue) return [{ type: 'actions', elements: [button(ACTIONS.refresh, said, buttonValue)] }];
  return again ? [{ type: 'actions', elements: [commandButton(said, { key: AGAIN, command: again })] }] : [];
}
