import { COMMANDS, type CommandName } from './all-commands.ts';
import { type Answer, toAnswer, toErrorAnswer } from './answer.ts';
import { type AnswerRule, createAnswerRules } from './answer-rules.ts';
import { createCallWindow } from './call-window.ts';
import type { ChatData, Command, CommandResult, JsonObject } from './command.ts';
import type { ChatFault, FaultSwitch } from './faults.ts';
import { accountIn } from './follow-add-delete.ts';
import type { FollowChange } from './follow-change.ts';
import type { FollowGraph } from './follow-graph-types.ts';
import { createQueryCheck } from './query-check.ts';

interface Options {
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly admins: readonly string[];
  readonly maxCallsPerSecond: number;
  readonly graph: FollowGraph;
  readonly faults: FaultSwitch;
  /** By default no account has one. */
  readonly nicknameOf?: ChatData['nicknameOf'] | undefined;
  /** By default 1,000 accounts, the documented limit, and more are rejected. */
  readonly largestPage?: ChatData['largestPage'] | undefined;
  /** Commands that an unknown account among those named fails as a whole. By default none. */
  readonly unknownFailsCall?: readonly CommandName[] | undefined;
  /** How Chat was seen to answer where the documents leave it open, or otherwise than they say. By default as they say. */
  readonly answerRules?: readonly AnswerRule[] | undefined;
  /** Called when a call has changed who follows whom, before its answer; a fault of the answer undoes nothing. */
  readonly onChange?: ((change: FollowChange) => void) | undefined;
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
  /** The last part of the path, whether or not there is such a command. */
  readonly command: string;
  /** `From_Account`; '' when there is none. */
  readonly from: string;
  /** The accounts named in the call, as far as the body could be read. */
  readonly accounts: readonly string[];
  /** The fault that hits this call; what it does to the JSON is done already. */
  readonly fault: ChatFault | undefined;
}

/** Everything about a call but the connection. The order of the checks isn't documented; ours goes from the outside in. */
export function createChatService(options: Options): (request: ChatRequest) => ChatReply {
  const { graph, faults, unknownFailsCall = [], nicknameOf = () => undefined, onChange } = options;
  const data: ChatData = { graph, nicknameOf, largestPage: options.largestPage ?? { accounts: 1000, above: 'reject' } };
  const rules = createAnswerRules(options.answerRules);
  const checkQuery = createQueryCheck(options);
  // Each command has its own frequency limit.
  const commands: ReadonlyMap<string, { name: CommandName; run: Command; mayCall: () => boolean }> = new Map(
    (Object.keys(COMMANDS) as readonly CommandName[]).map((name) => {
      const { folder, run } = COMMANDS[name];
      return [`/v4/${folder}/${name}`, { name, run, mayCall: createCallWindow(options) }];
    }),
  );

  const judge = ({ method, path, query }: ChatRequest, body: JsonObject | undefined): CommandResult => {
    const command = commands.get(path);
    if (method !== 'POST') return { kind: 'rejected', code: 60002 };
    if (!command) return { kind: 'rejected', code: 60009 };
    const code = checkQuery(query);
    if (code) return { kind: 'rejected', code: code === 70009 ? rules.signatureCode || code : code };
    const { burstCode = 60007 } = rules;
    if (!command.mayCall()) return { kind: 'rejected', code: burstCode };
    if (!body) return { kind: 'rejected', code: 60003 };
    const failsCall = unknownFailsCall.includes(command.name) && !accountsIn(body).every(graph.has);
    if (failsCall) return { kind: 'rejected', code: command.name === 'portrait_get' ? 40003 : 30003 };
    return rules.answer(command.name, command.run, body, data);
  };

  return (request) => {
    const body = readObject(request.body);
    const accounts = accountsIn(body);
    const from = typeof body?.From_Account === 'string' ? body.From_Account : '';
    const command = request.path.split('/').at(-1) ?? '';
    const asked = { command, from, accounts };
    const result = judge(request, body);
    if (result.kind === 'rejected') return { ...toErrorAnswer(result.code, result.info), ...asked, fault: undefined };

    if (result.change) onChange?.(result.change);
    const fault = faults.take(command as CommandName, accounts);
    return { ...toAnswer(result, fault, body?.StartCursor), ...asked, fault };
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

/** `To_Account`, or those in `FollowItem`; a list is about the account that it is of. */
function accountsIn(body: JsonObject | undefined): readonly string[] {
  const { To_Account: to, FollowItem: items, From_Account: from } = body ?? {};
  const named: unknown = to ?? (Array.isArray(items) ? items.map((item: unknown) => accountIn(item)) : [from]);
  return Array.isArray(named) ? named.filter((id) => typeof id === 'string') : [];
}
