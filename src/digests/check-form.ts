import type { Resolve } from '../followstats/resolve.ts';
import { type DigestForm, type FormFault, listsOf, ownOf, readForm, toSpec } from './digest-form.ts';
import type { DigestSpec } from './types.ts';

/** Turns what a person filled in into a digest, or tells all that is wrong with it. Asks the store, never Chat. */
export type CheckForm = (
  form: DigestForm,
) => Promise<{ readonly spec: DigestSpec } | { readonly faults: readonly FormFault[] }>;

/** @param resolve finds the accounts of people, and out about lists that aren't there */
export function createCheckForm(resolve: Resolve): CheckForm {
  const wrongWho = (fault: Extract<FormFault, { kind: 'wrong-who' }>['fault']) => ({
    faults: [{ field: 'accounts', kind: 'wrong-who', fault } as const],
  });
  return async (form) => {
    const checked = readForm(form);
    if ('faults' in checked) return checked;
    const { read } = checked;
    const own = await resolve(ownOf(read.who));
    if ('fault' in own) return wrongWho(own.fault);
    const lists = await resolve(listsOf(read.who).map((name) => ({ kind: 'list', name })));
    if ('fault' in lists) return wrongWho(lists.fault);
    const whole = toSpec(read, own.resolved);
    return 'fault' in whole ? { faults: [whole.fault] } : whole;
  };
}
