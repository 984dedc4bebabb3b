import type { CommandName } from './all-commands.ts';
import { meaningOf } from './codes.ts';
import type { ChatData, Command, CommandResult, Item, JsonObject } from './command.ts';
import { otherCaseOf, situationsOf } from './situations.ts';

/** How Chat answers in one situation, as it was seen to; what isn't said of it stays as the documents have it. */
export interface AnswerRule {
  readonly command: string;
  /** One of those that `situationsOf` names, or `own-burst` or `wrong-signature`, which hold for every command. */
  readonly situation: string;
  /** `ErrorCode` of the whole call; 0: it is answered, also where the documents have it rejected. */
  readonly call: number;
  /** `ResultCode` of the items of accounts that exist and don't; `null`: they have none. */
  readonly items?:
    | { readonly existing?: number | null | undefined; readonly missing?: number | null | undefined }
    | undefined;
  readonly facts?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** Answers as the rules say. */
export interface AnswerRules {
  /** What calls beyond the limit are rejected with. */
  readonly burstCode: number | undefined;
  /** What a signature of another key is rejected with. */
  readonly signatureCode: number | undefined;
  /** Answers a call whose sender is let in. */
  answer(name: CommandName, run: Command, body: JsonObject, data: ChatData): CommandResult;
}

type Answered = Extract<CommandResult, { kind: 'answered' }>;

/** Makes the rules of a service; without any it answers as the documents say. */
export function createAnswerRules(rules: readonly AnswerRule[] = []): AnswerRules {
  const byName = new Map(rules.map((rule) => [`${rule.command}/${rule.situation}`, rule]));
  const codeOf = (situation: string) => rules.find((rule) => rule.situation === situation)?.call;

  return {
    // One that was taken says nothing of what comes beyond the limit.
    burstCode: codeOf('own-burst') || undefined,
    signatureCode: codeOf('wrong-signature'),
    answer(name, run, body, data) {
      if (rules.length === 0) return run(body, data);
      const own = situationsOf(name, body, data.graph).flatMap((situation) => byName.get(`${name}/${situation}`) ?? []);
      const rejecting = own.find((rule) => rule.call !== 0 && isOfItself(rule, byName));
      if (rejecting) return { kind: 'rejected', code: rejecting.call, info: meaningOf(rejecting.call) };
      const usual = own.reduce((changed, rule) => soften(rule, changed, data), body);
      const result = run(usual, data);
      return result.kind === 'answered'
        ? own.reduceRight((answer, rule) => reshape(answer, rule, body, data), result)
        : result;
    },
  };
}

/** A full call was seen to fail for an account in it that doesn't exist, where one that isn't full fails in the same way. */
function isOfItself({ command, situation, call }: AnswerRule, byName: ReadonlyMap<string, AnswerRule>): boolean {
  return situation !== 'at-limit' || byName.get(`${command}/mixed`)?.call !== call;
}

/** A body that the documents have answered, in the place of one that they have rejected. */
function soften({ situation, facts = {} }: AnswerRule, body: JsonObject, { graph, largestPage }: ChatData): JsonObject {
  const known = (id: unknown) => typeof id === 'string' && graph.has(id);
  switch (situation) {
    case 'empty':
      return { ...body, To_Account: [body.From_Account] };
    case 'other-case':
      return facts.isFound && Array.isArray(body.To_Account)
        ? { ...body, To_Account: body.To_Account.map((id) => otherCaseOf(String(id), graph) ?? id) }
        : body;
    case 'unknown-from':
      return {
        ...body,
        From_Account: Array.isArray(body.To_Account) ? body.To_Account.find(known) : body.From_Account,
      };
    case 'over-limit':
      return { ...body, To_Account: Array.isArray(body.To_Account) ? body.To_Account.slice(0, 20) : [] };
    case 'large-page':
    case 'too-large-page':
      return { ...body, WantNum: largestPage.accounts };
    case 'foreign-cursor':
      return { ...body, StartCursor: '' };
    default:
      return body;
  }
}

function reshape(
  answer: Answered,
  { situation, items = {}, facts = {} }: AnswerRule,
  body: JsonObject,
  { graph }: ChatData,
): Answered {
  const changeItems = (change: (item: Item) => readonly Item[]): Answered => ({
    ...answer,
    items: answer.items.flatMap(change),
  });
  switch (situation) {
    case 'unknown':
    case 'mixed':
    case 'long-id':
    case 'not-ascii':
    case 'with-space': {
      const changed = changeItems((item) =>
        withCode(item, graph.has(item.To_Account) ? items.existing : items.missing, facts),
      );
      if (facts.hasFailList === undefined) return changed;
      const { Fail_Account: _, ...extra } = answer.extra ?? {};
      const missing = answer.items.map((item) => item.To_Account).filter((id) => !graph.has(id));
      return { ...changed, extra: facts.hasFailList ? { ...extra, Fail_Account: missing } : extra };
    }
    case 'empty':
      return { ...answer, items: [] };
    case 'other-case': {
      const asked = Array.isArray(body.To_Account) ? body.To_Account : [];
      return facts.isFound
        ? { ...answer, items: answer.items.map((item, n) => ({ ...item, To_Account: String(asked[n]) })) }
        : answer;
    }
    case 'twice':
      return facts.items === 1
        ? { ...answer, items: [...new Map(answer.items.map((item) => [item.To_Account, item])).values()] }
        : answer;
    case 'order':
      return facts.isKept === false ? { ...answer, items: answer.items.toReversed() } : answer;
    case 'end': {
      const { NextCursor: cursor, ...extra } = answer.extra ?? {};
      return facts.cursor === 'absent' && cursor === '' && body.StartCursor !== undefined
        ? { ...answer, extra }
        : answer;
    }
    case 'found':
      return facts.timesAreIn === 'milliseconds'
        ? changeItems((item) => [{ ...item, FollowTime: Number(item.FollowTime) * 1000 }])
        : answer;
    default:
      return answer;
  }
}

const NO_COUNTS = { FollowerCount: 0, FollowingCount: 0, MutualFollowingCount: 0 };

function withCode(
  item: Item,
  code: number | null | undefined,
  { hasCounts }: NonNullable<AnswerRule['facts']>,
): readonly Item[] {
  if (code === undefined || code === item.ResultCode)
    return item.ResultCode !== 0 && hasCounts ? [{ ...item, ...NO_COUNTS }] : [item];
  if (code === null) return [];
  const head = { To_Account: item.To_Account, ResultCode: code, ResultInfo: code === 0 ? '' : meaningOf(code) };
  return [hasCounts ? { ...head, ...NO_COUNTS } : head];
}
