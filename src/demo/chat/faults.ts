import type { CommandName } from './all-commands.ts';

/** A fault below the JSON, or around it. */
type TransportFault =
  /** This HTTP status with an HTML body, as a gateway gives it. */
  | { readonly kind: 'status'; readonly status: number }
  /** The connection is reset instead of an answer. */
  | { readonly kind: 'reset' }
  /** No answer; the connection stays open until either side closes it. */
  | { readonly kind: 'hang' }
  /** HTTP 200 with an HTML page. */
  | { readonly kind: 'html' }
  /** HTTP 200 with the right answer cut in half. */
  | { readonly kind: 'truncated' }
  /** The right answer, grown to 10 MB, without a Content-Length. */
  | { readonly kind: 'huge' }
  /** The right answer, this many milliseconds later. */
  | { readonly kind: 'slow'; readonly ms: number };

/** A fault of the answer as a whole. */
type CallFault =
  /** The call fails with this code. `info` instead of the stand-in's own words. */
  | { readonly kind: 'code'; readonly code: number; readonly info?: string }
  /** The call fails when it names this account, which the client has to find by smaller calls. */
  | { readonly kind: 'poison'; readonly account: string; readonly code: 30003 | 30001 | 40003 }
  /** The items come in reverse. */
  | { readonly kind: 'shuffle' }
  /** The list of items is an object. */
  | { readonly kind: 'wrong-shape' }
  /** Each item has its account, and beside it values of other types than documented. */
  | { readonly kind: 'garbled' }
  /** `NextCursor` is a number. */
  | { readonly kind: 'garbled-cursor' }
  /** `NextCursor` is the cursor that was asked with, from the second page on: a list without an end. */
  | { readonly kind: 'stuck-cursor' };

/** A fault of the item of one account. A list is about the account that it is of; `drop` and `double` hit one in the list, too. */
export type ItemFault =
  /** It fails with this code, and so does its list. */
  | { readonly kind: 'account-code'; readonly account: string; readonly code: number }
  /** It fails with this text. */
  | { readonly kind: 'hostile-info'; readonly account: string; readonly info: string }
  /** It is left out. */
  | { readonly kind: 'drop'; readonly account: string }
  /** It comes twice. */
  | { readonly kind: 'double'; readonly account: string }
  /** It says it succeeded, and holds nothing else. */
  | { readonly kind: 'no-counts'; readonly account: string };

/**
 * A fault that the service makes on purpose. It hits only calls that would have been answered: it never hides a request that
 * the service rejects. Each stays until it is replaced, unless `times` limits it.
 */
export type ChatFault = (TransportFault | CallFault | ItemFault) & {
  readonly times?: number;
  /** Hits only calls of this command; by default of all. */
  readonly command?: CommandName;
};

export interface FaultSwitch {
  /** Replaces all faults. */
  set(faults: readonly ChatFault[]): void;
  /** The first fault that applies to a call of a command about these accounts, used up once. One call has at most one. */
  take(command: CommandName, accounts: readonly string[]): ChatFault | undefined;
}

export function createFaultSwitch(): FaultSwitch {
  let armed: { readonly fault: ChatFault; left: number }[] = [];

  return {
    set(faults) {
      armed = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
    },

    take(command, accounts) {
      const hit = armed.find(({ fault, left }) => left > 0 && applies(fault, command, accounts));
      if (!hit) return undefined;
      hit.left -= 1;
      return hit.fault;
    },
  };
}

function applies(fault: ChatFault, command: CommandName, accounts: readonly string[]): boolean {
  if (fault.command !== undefined && fault.command !== command) return false;
  const isList = command === 'follow_get';
  switch (fault.kind) {
    case 'shuffle':
      return isList || accounts.length > 1;
    case 'garbled-cursor':
    case 'stuck-cursor':
      return isList;
    case 'drop':
    case 'double':
      return isList || accounts.includes(fault.account);
    default:
      return 'account' in fault ? accounts.includes(fault.account) : true;
  }
}
