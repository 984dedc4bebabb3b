import { type Answer, toAnswer, toErrorAnswer } from './answer.ts';
import { createCallWindow } from './call-window.ts';
import type { Command, CommandResult, JsonObject } from './command.ts';
import type { ChatFault, FaultSwitch } from './faults.ts';
import { followGetInfo } from './follow-get-info.ts';
import type { FollowGraph } from './follow-graph.ts';
import { createQueryCheck } from './query-check.ts';

interface Options {
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly admins: readonly string[];
  readonly maxCallsPerSecond: number;
  readonly graph: FollowGraph;
  readonly faults: FaultSwitch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface ChatRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

export interface ChatReply extends Answer {
  /** The accounts named in the call, as far as the body could be read. */
  readonly accounts: readonly string[];
  /** The fault that hits this call; what it does to the JSON is done already. */
  readonly fault: ChatFault | undefined;
}

// A further command of v4/follow is one more file, and one more line here.
const COMMANDS: Readonly<Record<string, Command>> = { follow_get_info: followGetInfo };

/** Everything about a call but the connection. The order of the checks isn't documented; ours goes from the outside in. */
export function createChatService(options: Options): (request: ChatRequest) => ChatReply {
  const { graph, faults } = options;
  const checkQuery = createQueryCheck(options);
  // Each command has its own frequency limit.
  const commands = new Map(
    Object.entries(COMMANDS).map(([name, run]) => [`/v4/follow/${name}`, { run, mayCall: createCallWindow(options) }]),
  );

  const judge = ({ method, path, query }: ChatRequest, body: JsonObject | undefined): CommandResult => {
    const command = commands.get(path);
    if (method !== 'POST') return { kind: 'rejected', code: 60002 };
    if (!command) return { kind: 'rejected', code: 60009 };
    const code = checkQuery(query);
    if (code) return { kind: 'rejected', code };
    if (!command.mayCall()) return { kind: 'rejected', code: 60007 };
    return body ? command.run(body, graph) : { kind: 'rejected', code: 60003 };
  };

  return (request) => {
    const body = readObject(request.body);
    const accounts = accountsIn(body);
    const result = judge(request, body);
    if (result.kind === 'rejected') return { ...toErrorAnswer(result.code, result.info), accounts, fault: undefined };

    const fault = faults.take(accounts);
    return { ...toAnswer(result, fault), accounts, fault };
  };
}

/** Undefined for what isn't JSON, and for JSON that isn't an object: a request has fields. */
function readObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function accountsIn(body: JsonObject | undefined): readonly string[] {
  const to: unknown = body?.To_Account;
  return Array.isArray(to) ? to.filter((id) => typeof id === 'string') : [];
}
