import { ROLES, type Role } from '../../../followstats/access/rules.ts';
import type { PersonId } from '../../../followstats/ids.ts';
import { type ListName, readListName } from '../../../followstats/typed/list-name.ts';

/** A small form that asks for what is missing of a command, and what is known of it. */
export type Ask =
  | { readonly asks: 'lookup' | 'link' | 'list-create' }
  /** Which account a person is. */
  | { readonly asks: 'link-person'; readonly personId: PersonId }
  /** The accounts to add to a list, or to make a list with. */
  | { readonly asks: 'list-add' | 'list-fill'; readonly name: ListName }
  /** Whom to let in as what; what is known of it is filled in. */
  | { readonly asks: 'allow'; readonly personId?: PersonId | undefined; readonly role?: Role | undefined };

/** The least role that may use each: that of the command it completes. */
export const ASK_ROLES = {
  lookup: 'viewer',
  link: 'editor',
  'link-person': 'editor',
  'list-create': 'editor',
  'list-add': 'editor',
  'list-fill': 'editor',
  allow: 'admin',
} as const satisfies Record<Ask['asks'], Role>;

/** No command begins like this. */
const WRITTEN = /^ask:([a-z-]+)(?: (\S+))?$/;

/** Writes which form a control opens into its value; at most 60 characters. */
export function writeAsk(ask: Ask): string {
  const about = aboutOf(ask);
  return about === undefined ? `ask:${ask.asks}` : `ask:${ask.asks} ${about}`;
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
  const [, asks, about = ''] = WRITTEN.exec(value) ?? [];
  switch (asks) {
    case 'lookup':
    case 'link':
    case 'list-create':
      return about === '' ? { asks } : undefined;
    case 'link-person':
      return isPersonId(about) ? { asks, personId: about } : undefined;
    case 'list-add':
    case 'list-fill': {
      const name = readListName(about);
      return name && { asks, name };
    }
    case 'allow': {
      const [personId = '', role] = about.split(':');
      return { asks, personId: isPersonId(personId) ? personId : undefined, role: ROLES.find((one) => one === role) };
    }
    default:
      return undefined;
  }
}
