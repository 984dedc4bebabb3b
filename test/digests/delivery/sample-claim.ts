import type { Claim } from '../../../src/digests/run-ports.ts';
import { toRunId } from '../../../src/digests/runs.ts';
import type { Digest, DigestId } from '../../../src/digests/types.ts';
import { ADMIN } from '../../store/contracts/askers.ts';
import { daily, NINE } from '../../store/contracts/digest-scene.ts';

const id = '1' as DigestId;

export const sampleDigest: Digest = {
  ...daily,
  id,
  ownerId: ADMIN.personId,
  state: { kind: 'active' },
  nextRunAt: NINE,
  createdAt: 0,
  editedBy: ADMIN.personId,
  editedAt: 0,
};

/** Everything of a run of the sample digest but its state. */
export const runFacts = {
  id: toRunId(id, NINE),
  digestId: id,
  slot: NINE,
  origin: 'schedule',
  attempts: 1,
  firstTriedAt: NINE,
  dueAt: NINE,
  changedAt: NINE,
} as const;

interface Varied {
  readonly onlyIfChanged?: boolean;
  readonly slot?: number;
  readonly origin?: 'schedule' | 'person';
  readonly attempts?: number;
  readonly firstTriedAt?: number;
}

/** A claim of the sample digest's run, just made; two slots before it were missed. */
export function sampleClaim({ onlyIfChanged = false, slot = NINE, ...facts }: Varied = {}): Claim {
  return {
    run: {
      ...runFacts,
      id: toRunId(id, slot),
      slot,
      firstTriedAt: slot,
      ...facts,
      state: 'claimed',
      reason: undefined,
    },
    isPostAgain: false,
    digest: { ...sampleDigest, onlyIfChanged },
    token: 1,
    missedBefore: 2,
  };
}
