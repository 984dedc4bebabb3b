import type { Lists } from '../../followstats/lists/lists.ts';
import type { Resolve, Resolved } from '../../followstats/reports/resolve.ts';
import type { Digests, MayPointTo } from '../ports.ts';
import { type DigestSpec, readDigestId } from '../types.ts';
import { createCheckWho } from './check-who.ts';
import { type CheckedOr, type CheckWhole, createCheckWhole } from './check-whole.ts';
import { DIGEST_GONE, type DigestForm, type FormFault } from './digest-form.ts';
import { readForm, toSpec } from './read-form.ts';

/** `who`: whom the form names besides lists, and who of them has no account. */
interface Checked {
  readonly spec: DigestSpec;
  readonly who: Resolved;
}

/**
 * Turns what a person filled in into a digest, or returns all faults of it; also that they may not have it posted there. Asks
 * the store and Slack, never Chat. Rejects when the store fails.
 */
export type CheckForm = CheckWhole<DigestForm, Checked, FormFault>;

interface Options {
  /** Finds the accounts of people, and the lists that don't exist. */
  readonly resolve: Resolve;
  readonly lists: Pick<Lists, 'all'>;
  readonly digests: Pick<Digests, 'read'>;
  readonly mayPointTo: MayPointTo;
}

/** Makes the function that checks a form. */
export function createCheckForm({ resolve, lists, digests, mayPointTo }: Options): CheckForm {
  const checkWho = createCheckWho({ resolve, lists });

  async function checkFields(form: DigestForm): Promise<CheckedOr<Checked, FormFault>> {
    const checked = readForm(form);
    if ('faults' in checked) return { faults: await checkWho.withLists(checked.faults) };
    const found = await checkWho.find(form, checked.read.who);
    if ('faults' in found) return found;
    const whole = toSpec(checked.read, found.own);
    return 'fault' in whole ? { faults: [whole.fault] } : { spec: whole.spec, who: found.own };
  }

  return createCheckWhole<DigestForm, Checked, FormFault>({
    mayPointTo,
    checkFields,
    async readEdited(typedId) {
      const id = readDigestId(typedId);
      return id && digests.read(id);
    },
    gone: DIGEST_GONE,
    elsewhere: (fault) => ({ field: 'channel', kind: 'digest-elsewhere', fault }),
  });
}
