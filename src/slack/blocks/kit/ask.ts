import { ROLES, type Role } from '../../../followstats/access/rules.ts';
import type { PersonId } from '../../../followstats/ids.ts';
import { type ListName, readListName } from '../../../followstats/typed/list-name.ts';

/** A small form that asks for what is missing of a command, and what is known of it. */
export type Ask =
  | { readonly asks: 'lookup' | 'link' | 'list-create' }
  /** Which account a person is. */
  | { readonly asks: 'link-person'; readonly personId: PersonId }
  /** The accounts to add to a list, or to take from it. */
  | { readonly asks: 'list-add' | 'list-remove'; readonly name: ListName }
  /** The accounts to make a list with. `accounts`: those that stand in the field already, as they arrive when they are typed. */
  | { readonly asks: 'list-fill'; readonly name: ListName; readonly accounts?: string | undefined }
  /** Whom to let in as what; what is known of it is filled in. */
  | { readonly asks: 'allow'; readonly personId?: PersonId | undefined; readonly role?: Role | undefined };

/** The least role that may use each: that of the command it completes. */
export const ASK_ROLES = {
  lookup: 'viewer',
  link: 'editor',
  'link-person': 'editor',
  'list-create': 'editor',
  'list-add': 'editor',
  'list-remove': 'editor',
  'list-fill': 'editor',
  allow: 'admin',
} as const satisfies Record<Ask['asks'], Role>;

/** No command begins like this. */
const WRITTEN = /^ask:([a-z-]+)(?: (\S+))?(?: (.+))?$/;

/** Writes which form a control opens into its value; at most 60 characters, and what stands in its field already. */
export function writeAsk(ask: Ask): string {
  const accounts = 'accounts' in ask ? ask.accounts : undefined;
  return [`ask:${ask.asks}`, aboutOf(ask), accounts].filter(Boolean).join(' ');
}

function aboutOf(ask: Ask): string | undefined {
  if (ask.asks === 'allow') return ask.personId || ask.role ? `${ask.personId ?? ''}:${ask.role ?? ''}` : undefined;
  if ('name' in ask) return ask.name;
  return 'personId' in ask ? ask.personId : undefined;
}

const isPersonId = (text: string): boolean => /^[UW][A-Z0-9]{1,30}$/.test(text);

/**
 * Reads what `writeAsk` wrote; it comes from a client, so it may be any text.
 * @returns `undefined` for what opens no form of this version
 */
export function readAsk(value: string): Ask | undefined {
  const [, asks, about = '', accounts] = WRITTEN.exec(value) ?? [];
  if (accounts !== undefined && asks !== 'list-fill') return undefined;
  switch (asks) {
    case 'lookup':
    case 'link':
    case 'list-create':
      return about === '' ? { asks } : undefined;
    case 'link-person':
      return isPersonId(about) ? { asks, personId: about } : undefined;
    case 'list-add':
    case 'list-remove':
    case 'list-fill': {
      const name = readListName(about);
      return name && { asks, name, ...(accounts && { accounts }) };
    }
    case 'allow': {
      const [personId = '', role] = about.split(':');
      return { asks, personId: isPersonId(personId) ? personId : undefined, role: ROLES.find((one) => one === role) };
    }
    default:
      return undefined;
  }
}
