import type { Failure, UpstreamFault } from '../../../errors.ts';
import type { Reader } from '../../words/reader.ts';
import { clean, type Sentence, toPlain } from './inline.ts';

/** A failure in the reader's words. Safe to show: untrusted parts are cleaned. */
export interface FailureText {
  /** What happened, a clause without a full stop. */
  readonly what: string;
  /** What to do, one or two sentences. */
  readonly fix: string;
}

/** Chat's own text is cut here, code points. */
const INFO_LENGTH = 120;

/** A failure in words, with Chat's own code where there is one. */
export function describeFailure(reader: Reader, { code, upstream, lastFailure }: Failure): FailureText {
  const { byCode, until } = reader.words.failures;
  // A code without words does not compile here: no failure reaches a person without them.
  const own = byCode[code];
  if (lastFailure) {
    const { what, fix } = describeFailure(reader, lastFailure);
    return { what: toPlain(until({ what, limit: own.what() })), fix };
  }
  return upstream ? describeUpstream(reader, upstream) : { what: toPlain(own.what()), fix: toPlain(own.fix()) };
}

/** The words of one of Chat's codes. */
interface CodeWords {
  readonly what: () => Sentence;
  readonly fix: () => Sentence;
}

function describeUpstream({ words: { chatCodes } }: Reader, { code, about, info }: UpstreamFault): FailureText {
  const byCode: Readonly<Record<number, CodeWords>> = chatCodes;
  const { what, fix } = about ? chatCodes.unknownFromAccount : (byCode[code] ?? chatCodes.undocumented);
  const withCode: Sentence = info
    ? chatCodes.withInfo({ what: what(), chatCode: code, info: clean(info, INFO_LENGTH) })
    : chatCodes.withCode({ what: what(), chatCode: code });
  return { what: toPlain(withCode), fix: toPlain(fix()) };
}
