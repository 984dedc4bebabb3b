import { type Digest, readDigestId } from '../../../../src/digests/types.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import { DAY, MONDAY } from '../../../digests/report/sample-readings.ts';
import { scheduleOf } from '../../../digests/schedule/sample-schedules.ts';

/** A digest as the store has it. */
export function digestOf(changed: Partial<Digest> & { readonly number?: number } = {}): Digest {
  const { number = 7, ...rest } = changed;
  const id = readDigestId(`${number}`);
  if (!id) throw new Error('no such id');
  return {
    id,
    title: 'Creators',
    channelId: 'C7',
    accounts: ['alice' as AccountId],
    lists: [],
    schedule: scheduleOf('0 9 * * 1-5', 'Europe/Berlin'),
    chart: true,
    onlyIfChanged: false,
    thresholds: {},
    language: undefined,
    ownerId: 'U1',
    state: { kind: 'active' },
    nextRunAt: MONDAY + DAY,
    createdAt: MONDAY,
    editedBy: 'U1',
    editedAt: MONDAY,
    ...rest,
  };
}
