import type { Command } from '../../followstats/commands/command.ts';
import { isChange } from '../../followstats/commands/command-rows.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import type { Answered } from '../conversation/conversation.ts';

/** Answers that leave things as they are: what the control is on stays, so that it can be used again. */
export const STAYS: ReadonlySet<Answered['answer']['kind']> = new Set([
  'refused',
  'fault',
  'failed',
  'unsaved',
  'apology',
]);

/** Whether what one command takes from a list another puts right: it is authorized and audited by itself, as if it were typed. */
export function isSecondHalf(given: Command, further: Command): boolean {
  return given.kind === 'list-remove' && further.kind === 'list-add' && given.name === further.name;
}

/** Of two changes each is said, and only the later has controls: the others are of what is no longer so. */
export function together(
  upper: Reply,
  lower: Reply,
  { below, second }: { readonly below: Command; readonly second: Answered },
): Reply {
  if (isChange(below)) return stacked(withoutControls(upper), lower);
  return STAYS.has(second.answer.kind) ? upper : stacked(upper, lower);
}

function withoutControls({ renderings, ...rest }: Reply): Reply {
  return { ...rest, renderings: renderings.map((blocks) => blocks.filter(({ type }) => type !== 'actions')) };
}

/**
 * One answer above another, in every rendering of the lower one; where Slack takes none of these, what was done stands alone. The
 * text says both.
 */
function stacked(upper: Reply, lower: Reply): Reply {
  const [top = []] = upper.renderings;
  return {
    text: `${upper.text}\n${lower.text}`,
    renderings: [...lower.renderings.map((blocks) => [...top, ...blocks]), ...upper.renderings],
  };
}
