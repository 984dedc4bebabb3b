import type { DigestAnswer } from '../../digests/commands.ts';
import type { AppError } from '../../errors.ts';
import type { Answer } from '../../followstats/commands/answer.ts';
import type { Resolved } from '../../followstats/reports/resolve.ts';
import { accessReply } from '../blocks/access/access.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { digestAnswerReply } from '../blocks/digests/digests.ts';
import { describeFault } from '../blocks/fault-text.ts';
import { helpReply } from '../blocks/help.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import type { Sentence } from '../blocks/kit/inline.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { linkReply } from '../blocks/links/links.ts';
import { listReply } from '../blocks/lists/lists.ts';
import { type ReportView, reportReply, tryAgain } from '../blocks/reports/report.ts';
import { createFormatNumber } from '../blocks/reports/report-sentences.ts';
import { whoSentences } from '../blocks/reports/who-sentences.ts';
import { describeUnsaved } from '../blocks/unsaved.ts';

interface Options {
  readonly maxAccounts: number;
  readonly cacheSeconds: number;
}

export type Render = (answer: Answer | DigestAnswer, view: ReportView) => Reply;

/** Gives every kind of answer its form. */
export function createRender({ maxAccounts, cacheSeconds }: Options): Render {
  return (answer, view) => {
    switch (answer.kind) {
      case 'help':
        return helpReply({ role: answer.role, maxAccounts, cacheSeconds });
      case 'refused':
        return sentences(describeDenial(answer));
      case 'fault':
        return sentences(describeFault(answer.fault));
      case 'changed':
      case 'access':
      case 'why':
        return accessReply(answer);
      case 'failed':
        return failedReply(answer.error, answer.who, view.buttonValue);
      case 'unsaved':
        return sentences(describeUnsaved(answer.change, answer.error));
      case 'report':
        return reportReply(answer.report, view);
      case 'linked':
      case 'unlinked':
      case 'links':
        return linkReply(answer, createFormatNumber(view.locale));
      case 'digest-list':
      case 'digest-changed':
      case 'digest-unchanged':
      case 'digest-log':
      case 'digest-elsewhere':
      case 'digest-unreadable':
      case 'digest-unknown':
        return digestAnswerReply(answer);
      case 'digest-form':
        // Only a command comes with what opens a form.
        return sentences(['Type the command itself to open its form.']);
      default:
        return listReply(answer, createFormatNumber(view.locale), maxAccounts);
    }
  };
}

function failedReply({ failure }: AppError, who: Resolved | undefined, buttonValue: string | undefined): Reply {
  const { what, fix } = describeFailure(failure);
  const count = who?.accounts.length ?? 0;
  const sentence: Sentence = [
    { bold: `Nothing could be read${count > 1 ? ` of ${count} accounts` : ''}` },
    `: ${what}. ${fix}`,
    ...(failure.code === 'needs_admin' ? [' Only whoever runs followstats can do that.'] : []),
  ];
  const { text, renderings } = sentences(sentence, ...(who ? whoSentences(who) : []));
  return buttonValue
    ? { text, renderings: renderings.map((blocks) => [...blocks, tryAgain(buttonValue)]) }
    : { text, renderings };
}

/** Sent when an answer takes longer than people like to wait without a sign. */
export function progressReply(accounts: number): Reply {
  return sentences([`Reading ${accounts} account${accounts === 1 ? '' : 's'} from Tencent Chat …`]);
}

/** For a bug: what went wrong stands in the log under the reference. */
export function apologyReply(reference: string): Reply {
  return sentences([
    'Something went wrong in followstats itself. Please tell whoever runs it, with the reference ',
    { code: reference },
    '.',
  ]);
}
