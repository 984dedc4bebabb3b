import type { Logger } from '../logger.ts';
import { createSparingLog } from '../slack/connection/sparing-log.ts';
import { chatFix, FROM_ACCOUNT_FIX } from '../slack/words/chat-fix.ts';
import type { OnOperatorFault, OperatorFault } from '../tencent/error-codes.ts';

interface Options {
  readonly log: Logger;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/** Each look-up runs into them; who watches the log needs one line, and another as long as it goes on. */
const EVERY_MS = 10 * 60_000;

/**
 * Logs what Chat rejects until an operator mends something, with what mends it: the first of each code at once, then one line of
 * it in ten minutes at most, with how many it stands for. Nothing of the request, and no words of Chat's, are in it.
 */
export function createChatFaultLog({ log, now }: Options): OnOperatorFault {
  const logs = new Map<string, (command: string) => void>();
  return (fault, command) => {
    const kind = `${fault.code} ${fault.about}`;
    const note = logs.get(kind) ?? createSparingLog({ write: writerOf(log, fault), everyMs: EVERY_MS, now });
    logs.set(kind, note);
    note(command);
  };
}

function writerOf(log: Logger, { kind, code, about }: OperatorFault) {
  const fix = about === 'from-account' ? FROM_ACCOUNT_FIX : chatFix(code);
  return (command: string, more: number) => {
    const line = { code, about, command, more, fix };
    if (kind === 'throttled') log.warn(line, 'Chat says that there are too many calls');
    else log.error(line, 'Chat rejects calls until an operator mends something');
  };
}
