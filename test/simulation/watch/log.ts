import { NO_SHARES } from '../invariants/budget.ts';
import type { LogLine } from '../invariants/invariant.ts';
import type { Trace } from '../kernel/trace.ts';
import type { Mark, Marks } from '../marks.ts';

/** Lines that say that a mark was reached, by their text. */
const SAID: Readonly<Record<string, Mark>> = {
  [NO_SHARES]: 'permits without the store',
  'answering by chat.postEphemeral instead': 'answer by another way',
  'answering by direct message instead': 'answer by another way',
};

const WARNING = 40;

/** Keeps of the app's log what says how runs went and what failed, in the trace and as marks. */
export function createLogWatch(
  trace: Trace,
  marks: Marks,
): (replica: string, line: LogLine, isStopping: boolean) => void {
  return (replica, { msg, level, state, reason, run, err, attempt, outcome }, isStopping) => {
    const said = SAID[String(msg)];
    if (said) marks.reach(said);
    if (msg === 'digest run') {
      trace.note(
        replica,
        `ends its work on run ${run}: ${state}${reason === undefined ? '' : ` (${reason})`}, attempt ${attempt}`,
      );
      if (state === 'due') marks.reach('run retried');
      if (state === 'let-go') marks.reach('let go');
      if (isStopping) marks.reach('stopped in the middle of work');
      return;
    }
    if (msg === 'digest owner') {
      trace.note(replica, `tells the owner of run ${run}: ${outcome}`);
      if (state === 'unknown' && outcome === 'told') marks.reach('owner asked');
      return;
    }
    if (typeof level === 'number' && level < WARNING) return;
    const why = err && typeof err === 'object' && 'message' in err ? `: ${err.message}` : '';
    trace.note(replica, `logs “${msg}”${run === undefined ? '' : ` of run ${run}`}${why}`);
  };
}
