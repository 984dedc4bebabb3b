import type { Lists } from '../../followstats/lists/lists.ts';
import type { Resolve, Resolved, ResolveFault } from '../../followstats/reports/resolve.ts';
import type { Who } from '../../followstats/typed/who.ts';
import type { FormFault } from './digest-form.ts';
import { type FormWho, listsOf, ownOf } from './read-form.ts';

/** Looks up whom a form names. Both reject when the store fails. */
interface CheckWho {
  /** `own`: whom it names besides lists. `listed`: who is on its lists now; they are read anew whenever they are needed. */
  find(
    form: FormWho,
    who: Who,
  ): Promise<{ readonly own: Resolved; readonly listed: Resolved } | { readonly faults: readonly FormFault[] }>;
  /** Adds which lists there are, for a person who named one that isn't there. */
  withLists(faults: readonly FormFault[]): Promise<readonly FormFault[]>;
}

interface Options {
  /** Finds the accounts of people, and the lists that don't exist. */
  readonly resolve: Resolve;
  readonly lists: Pick<Lists, 'all'>;
}

/** Makes what looks up whom forms name, digests' and watches'. */
export function createCheckWho({ resolve, lists }: Options): CheckWho {
  async function withLists(faults: readonly FormFault[]): Promise<readonly FormFault[]> {
    if (!faults.some(({ kind }) => kind === 'no-such-list')) return faults;
    const known = (await lists.all()).map(({ name }) => name);
    return faults.map((fault) => (fault.kind === 'no-such-list' ? { ...fault, known } : fault));
  }

  return {
    withLists,
    async find(form, who) {
      const own = await resolve(ownOf(who));
      if ('fault' in own) return { faults: await withLists([toFault(form, own.fault)]) };
      const listed = await resolve(listsOf(who).map((name) => ({ kind: 'list', name })));
      if ('fault' in listed) return { faults: await withLists([toFault(form, listed.fault)]) };
      return { own: own.resolved, listed: listed.resolved };
    },
  };
}

/** On the field where it was entered. */
function toFault({ lists }: FormWho, fault: ResolveFault): FormFault {
  if (fault.kind !== 'unknown-list') return { field: 'accounts', kind: 'wrong-who', fault };
  const { name } = fault;
  return { field: lists.includes(name) ? 'lists' : 'accounts', kind: 'no-such-list', name, known: [] };
}
