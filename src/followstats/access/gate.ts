import type { Access, Decision, NoRole } from './access.ts';
import { type Asker, mayActAs, type Role } from './rules.ts';

/** Why somebody may not ask what they asked, and the persons who can change that. */
export type Denial = { readonly admins: readonly string[] } & (
  | { readonly reason: NoRole }
  | { readonly reason: 'low-role'; readonly role: Role; readonly needed: Role }
);

/** How a question fared at the gate. */
export interface Passage {
  readonly decision: Decision;
  /** `undefined`: let in. */
  readonly denial: Denial | undefined;
}

/** Decides whether somebody may do what needs a role; `undefined`: anyone may. */
export type Gate = (asker: Asker, needed: Role | undefined) => Promise<Passage>;

/** What `createAuthorize` decides by; nothing else asks it. */
export function createGate(access: Pick<Access, 'decide' | 'admins'>): Gate {
  return async (asker, needed) => {
    const decision = await access.decide(asker);
    const denial = refuse(decision, needed);
    return { decision, denial: denial && { ...denial, admins: await access.admins() } };
  };
}

type Refuse<Kind> = Kind extends Denial ? Omit<Kind, 'admins'> : never;

/** Why a decision isn't enough; `undefined` when it is. */
function refuse(decision: Decision, needed: Role | undefined): Refuse<Denial> | undefined {
  if (needed === undefined || mayActAs(decision.role, needed)) return undefined;
  if (decision.role === undefined) return { reason: decision.reason };
  // What couldn't be read might have been enough.
  return decision.isPartial ? { reason: 'unreadable' } : { reason: 'low-role', role: decision.role, needed };
}
