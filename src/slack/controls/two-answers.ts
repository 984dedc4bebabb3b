import type { Command } from '../../followstats/commands/command.ts';
import { isChange } from '../../followstats/commands/command-rows.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { type Answered, conclude } from '../conversation/conversation.ts';
import type { PrepareReply } from '../conversation/deliver-answer.ts';

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

/** A further command of a control, and what it came to. */
interface Further {
  readonly below: Command;
  readonly second: Answered;
}

/**
 * Sends the answer to a control's command as one with that to its further command, and ends both in the audit.
 * @param further `undefined` where there is no such command
 * @returns rejects as `send` does, which the audit keeps of both as not sent
 */
export async function concludeTogether(
  prepareReply: PrepareReply,
  { first, further }: { readonly first: Answered; readonly further: Further | undefined },
  send: (reply: Reply) => Promise<void>,
): Promise<void> {
  const [said, shown] = [await prepareReply(first), further && (await prepareReply(further.second))];
  const reply = shown && further ? together(said.reply, shown.reply, further) : said.reply;
  await conclude(first, async () => {
    if (further) await conclude(further.second, () => send(reply).then(() => shown?.why));
    else await send(reply);
    return said.why;
  });
}

/** Of two changes each is said, and only the later has controls: the others are of what is no longer so. */
function together(upper: Reply, lower: Reply, { below, second }: Further): Reply {
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
