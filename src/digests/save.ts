import type { Asker } from '../followstats/access.ts';
import type { Digests } from './ports.ts';
import type { PermanentRefusal } from './refusals.ts';
import type { Digest, DigestSpec } from './types.ts';
import { readDigestId } from './types.ts';

/** Keeps what a form says. */
export interface SaveDigest {
  /** @param id the digest that is edited; `undefined` for a new one. @returns `undefined` when it is gone */
  save(id: string | undefined, spec: DigestSpec, by: Asker): Promise<Digest | undefined>;
  /** Its channel doesn't take posts: pauses it, so that nothing is tried in vain until somebody has seen to that. */
  stop(digest: Digest, reason: PermanentRefusal): Promise<void>;
}

interface Options {
  readonly digests: Pick<Digests, 'create' | 'edit' | 'pause'>;
  /** Called after each save: its next slot may be sooner than what was planned for. */
  readonly wake: () => void;
}

export function createSaveDigest({ digests, wake }: Options): SaveDigest {
  return {
    async save(typedId, spec, by) {
      const id = typedId === undefined ? undefined : readDigestId(typedId);
      if (typedId !== undefined && !id) return undefined;
      const saved = id ? await digests.edit(id, spec, by) : await digests.create(spec, by);
      wake();
      return saved;
    },
    async stop({ id }, reason) {
      await digests.pause(id, reason, 'system');
    },
  };
}
