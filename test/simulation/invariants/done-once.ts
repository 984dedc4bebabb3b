import type { Outgoing } from '../../../src/demo/slack/delivery/delivery.ts';
import { readGivenCommand } from '../../../src/slack/blocks/kit/given-command.ts';
import { ACTIONS } from '../../../src/slack/names.ts';
import type { Invariant } from './invariant.ts';

/** By so much an answer may seem to begin before its request: clocks of replicas may be set meanwhile. */
const SKEW_MS = 120_000;
/** And so much later it may begin and end, where the store hangs and Slack makes it wait again and again. */
const LONGEST_MS = 30 * 60_000;
/** For anyone: the store couldn't say which requests were done before. */
const ANYONE = '';

/** No request is done more often than it was sent, however often it comes, unless the store can't say whether it was done. */
export const doneOnce: Invariant = {
  name: 'a request is done once',
  watch({ violated, elapsed, marks }) {
    const seen = new WeakSet<Outgoing>();
    /** Person → when each request came that isn't answered yet. */
    const open = new Map<string, number[]>();

    function add(personId: string, at: number): void {
      const latest = (open.get(personId) ?? []).filter((one) => at - one < LONGEST_MS);
      open.set(personId, [...latest, at]);
    }

    /** @returns whether there was one at about that time */
    function take(personId: string, at: number): boolean {
      const all = open.get(personId) ?? [];
      const n = all.findIndex((one) => one - at < SKEW_MS && at - one < LONGEST_MS);
      if (n >= 0) all.splice(n, 1);
      return n >= 0;
    }

    return {
      request(request) {
        const { personId, answers } = answersTo(request);
        if (answers === 0) return;
        if (seen.has(request)) return marks.reach('request done once');
        seen.add(request);
        for (let n = 0; n < answers; n += 1) add(personId, elapsed());
      },
      log({ msg, person, ms, requests }) {
        if (msg === 'the store doesn’t say which requests were done before; doing them')
          for (let n = 0; n < Number(requests); n += 1) add(ANYONE, elapsed());
        if (msg !== 'answered') return;
        const at = elapsed() - Number(ms);
        if (!take(String(person), at) && !take(ANYONE, at))
          violated(`${person} was answered more often than they asked`, [String(person)]);
      },
    };
  },
};

const BUTTONS: ReadonlySet<unknown> = new Set([ACTIONS.refresh, ACTIONS.share, ACTIONS.csv]);

interface Control {
  readonly action_id: string;
  readonly value?: string;
  readonly selected_option?: { readonly value: string };
}

/** Who gets how many answers to a request. */
function answersTo({ type, payload }: Outgoing): { readonly personId: string; readonly answers: number } {
  if (type === 'slash_commands') return { personId: String(payload.user_id), answers: 1 };
  const {
    type: kind,
    user,
    actions,
  } = payload as {
    readonly type?: string;
    readonly user?: { readonly id: string };
    readonly actions?: readonly Control[];
  };
  const personId = user?.id ?? '';
  const [control] = actions ?? [];
  if (kind === 'message_action' || BUTTONS.has(control?.action_id)) return { personId, answers: 1 };
  return { personId, answers: control?.action_id.startsWith(`${ACTIONS.command}:`) ? answersOf(control) : 0 };
}

/** What a control's command does is answered, and what it then shows. */
function answersOf({ value, selected_option: option }: Control): number {
  const { command, shows } = readGivenCommand(option?.value ?? value ?? '');
  // These open a form instead, and others ask for what is missing.
  if (/^(digest|watch) (new|edit)/.test(command) || command.startsWith('ask:')) return 0;
  return shows === undefined ? 1 : 2;
}
