import type { Asker } from '../../followstats/access/rules.ts';
import type { Digests } from '../ports.ts';
import { type Digest, type DigestSpec, type PauseReason, readDigestId } from '../types.ts';

/** Saves what a form says. Both reject when the store fails. */
export interface SaveDigest {
  /**
   * @param from the form's own id, and the digest that it edits, `undefined` for a new one. A form that is sent in again
   *   makes no second digest
   * @returns `undefined` when the digest is gone
   */
  save(
    from: { readonly formId: string; readonly id: string | undefined },
    spec: DigestSpec,
    by: Asker,
  ): Promise<Digest | undefined>;
  /** Pauses a digest whose channel doesn't take posts, so that nothing is tried in vain until a person resumes it. */
  stop(digest: Digest, reason: PauseReason): Promise<void>;
}

interface Options {
  readonly digests: Pick<Digests, 'create' | 'edit' | 'pause'>;
}

/** Makes what saves forms into the store. */
export function createSaveDigest({ digests }: Options): SaveDigest {
  return {
    async save({ formId, id: typedId }, spec, by) {
      const id = typedId === undefined ? undefined : readDigestId(typedId);
      if (typedId !== undefined && !id) return undefined;
      return id ? digests.edit(id, spec, by) : digests.create(spec, by, formId);
    },
    async stop({ id }, reason) {
      await digests.pause(id, reason, 'system');
    },
  };
}
