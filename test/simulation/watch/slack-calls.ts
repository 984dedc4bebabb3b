import type { Outcome } from '../../../src/demo/slack/http/http-answer.ts';
import type { Life } from '../kernel/life.ts';
import type { Trace } from '../kernel/trace.ts';
import type { Marks } from '../marks.ts';

const REJECTED = /invalid_blocks|msg_too_long|invalid_arguments|msg_blocks_too_long/;
/** Calls that show something. */
const SHOWING: ReadonlySet<string> = new Set(['chat.postMessage', 'chat.postEphemeral', 'response_url']);

/** Keeps the calls of Slack's in the trace, and says what marks they reach. */
export function createSlackWatch(trace: Trace, marks: Marks): (life: Life, method: string, outcome: Outcome) => void {
  const rejected = new WeakSet<Life>();
  return (life, method, outcome) => {
    const code = typeof outcome === 'string' ? outcome : readError(outcome.body);
    const status = typeof outcome === 'string' || outcome.status === 200 ? '' : ` ${outcome.status}`;
    trace.note(life.name, `calls ${method}:${status} ${code ?? 'ok'}`);
    if (!SHOWING.has(method)) return;
    if (code !== undefined && REJECTED.test(code)) rejected.add(life);
    else if (code === undefined && status === '' && rejected.delete(life)) marks.reach('plainer message');
  };
}

/** Slack's code, of JSON or of one bare word. */
function readError(body: string): string | undefined {
  if (body === 'ok') return undefined;
  return body.startsWith('{') ? /"error":"([^"]*)"/.exec(body.slice(0, 200))?.[1] : body.slice(0, 40);
}
