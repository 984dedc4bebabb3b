import { isDeepStrictEqual } from 'node:util';
import type { DigestSpec } from './types.ts';

const FIELDS = {
  title: true,
  channelId: true,
  accounts: true,
  lists: true,
  schedule: true,
  chart: true,
  onlyIfChanged: true,
  thresholds: true,
  language: true,
} as const satisfies Record<keyof DigestSpec, true>;

/** What is kept of a value: a threshold that isn't set is left out there. */
const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Whether two specs, each also as a part of a whole digest, say the same. */
export function isSameSpec(one: DigestSpec, other: DigestSpec): boolean {
  return (Object.keys(FIELDS) as (keyof DigestSpec)[]).every((field) =>
    isDeepStrictEqual(kept(one[field]), kept(other[field])),
  );
}
