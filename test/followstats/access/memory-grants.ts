import type { Grant, Grants } from '../../../src/followstats/access/grants.ts';
import type { Subject } from '../../../src/followstats/access/rules.ts';

const keyOf = (subject: Subject): string => JSON.stringify(subject);

export interface MemoryGrants extends Grants {
  /** Every call from now on is rejected, until it is set back. */
  setBroken(isBroken: boolean): void;
}

/** Grants that last as long as the test. Each is given at the next whole second. */
export function createMemoryGrants(...given: readonly Grant[]): MemoryGrants {
  const grants = new Map(given.map((grant) => [keyOf(grant.subject), grant]));
  let isBroken = false;
  let at = 0;

  async function checkWorks(): Promise<void> {
    if (isBroken) throw new Error('the store is gone');
  }

  /** Whether these grants would still name an admin. */
  function hasAdmin(after: readonly Grant[]): boolean {
    return after.some(({ subject, role }) => subject.kind === 'person' && role === 'admin');
  }

  return {
    setBroken(broken) {
      isBroken = broken;
    },
    async all() {
      await checkWorks();
      return [...grants.values()];
    },
    async unrecognized() {
      await checkWorks();
      return 0;
    },
    async grant(rule, { personId }, { keepAnAdmin }) {
      await checkWorks();
      const others = [...grants.values()].filter(({ subject }) => keyOf(subject) !== keyOf(rule.subject));
      at += 1000;
      const grant = { ...rule, by: personId, at };
      if (keepAnAdmin && hasAdmin([...grants.values()]) && !hasAdmin([...others, grant])) return 'last-admin';
      grants.delete(keyOf(rule.subject));
      grants.set(keyOf(rule.subject), grant);
      return 'done';
    },
    async revoke(subject, _, { keepAnAdmin }) {
      await checkWorks();
      if (!grants.has(keyOf(subject))) return 'absent';
      const others = [...grants.values()].filter((grant) => keyOf(grant.subject) !== keyOf(subject));
      if (keepAnAdmin && !hasAdmin(others)) return 'last-admin';
      grants.delete(keyOf(subject));
      return 'done';
    },
  };
}
