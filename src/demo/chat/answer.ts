import { meaningOf } from './codes.ts';
import type { CommandResult, Item, JsonObject } from './command.ts';
import type { ChatFault, ItemFault } from './faults.ts';

/** An answer on its way out: its JSON, and the code by which the call is remembered. */
export interface Answer {
  /** `'fault'`: nothing the documents describe reaches the client. */
  readonly code: number | 'fault';
  readonly body: JsonObject;
}

type Answered = Extract<CommandResult, { kind: 'answered' }>;

/** The call as a whole failed; there is no list. */
export function toErrorAnswer(code: number, info: string = meaningOf(code)): Answer {
  return { code, body: toHead(code, info) };
}

/**
 * The answer made of these items, spoilt as the fault says. Faults of the transport leave the JSON right.
 * @param cursor the one that the call came with, if any
 */
export function toAnswer({ list, items, extra }: Answered, fault: ChatFault | undefined, cursor: unknown): Answer {
  // ErrorCode 0 says that the call was answered, whatever became of the single accounts.
  const answerWith = (value: unknown, more: JsonObject = {}): Answer => ({
    code: 0,
    body: { [list]: value, ...extra, ...more, ...toHead(0, '') },
  });

  switch (fault?.kind) {
    case undefined:
    case 'slow':
      return answerWith(items);
    case 'code':
      return toErrorAnswer(fault.code, fault.info);
    case 'poison':
      return toErrorAnswer(fault.code);
    case 'shuffle':
      return answerWith(items.toReversed());
    case 'account-code':
      if (list === 'FollowItem') return toErrorAnswer(fault.code);
      return answerWith(items.flatMap((item) => (item.To_Account === fault.account ? spoil(item, fault) : [item])));
    case 'hostile-info':
    case 'drop':
    case 'double':
    case 'no-counts':
      return answerWith(items.flatMap((item) => (item.To_Account === fault.account ? spoil(item, fault) : [item])));
    case 'wrong-shape': {
      const byAccount = Object.fromEntries(items.map((item) => [item.To_Account, item]));
      return { ...answerWith(byAccount), code: 'fault' };
    }
    case 'garbled':
      return { ...answerWith(items.map(garble)), code: 'fault' };
    case 'garbled-cursor':
      return { ...answerWith(items, { NextCursor: 7 }), code: 'fault' };
    case 'stuck-cursor':
      return answerWith(items, typeof cursor === 'string' && cursor !== '' ? { NextCursor: cursor } : {});
    default:
      return { ...answerWith(items), code: 'fault' };
  }
}

/** Every field of another type: text for numbers, an object for text, null for a list. */
function garble({ To_Account, ...fields }: Item): Item {
  const garbled = Object.entries(fields).map(([name, value]) => [name, otherTypeThan(value)]);
  return { To_Account, ...Object.fromEntries(garbled) };
}

function otherTypeThan(value: unknown): unknown {
  if (typeof value === 'number') return `${value} or so`;
  return typeof value === 'string' ? { text: value } : null;
}

function spoil(item: Item, fault: ItemFault): readonly Item[] {
  const { To_Account } = item;
  switch (fault.kind) {
    case 'account-code':
      return [{ To_Account, ResultCode: fault.code, ResultInfo: meaningOf(fault.code) }];
    case 'hostile-info':
      // The documents disagree about the meaning of 30002, so a client has to show the text to say anything.
      return [{ To_Account, ResultCode: 30002, ResultInfo: fault.info }];
    case 'no-counts':
      return [{ To_Account, ResultCode: 0, ResultInfo: '' }];
    case 'double':
      return [item, item];
    case 'drop':
      return [];
  }
}

/** What every answer carries. `ErrorDisplay` is in the documents' samples, always empty, and not in their tables. */
function toHead(code: number, info: string): JsonObject {
  return { ActionStatus: code === 0 ? 'OK' : 'FAIL', ErrorCode: code, ErrorInfo: info, ErrorDisplay: '' };
}
