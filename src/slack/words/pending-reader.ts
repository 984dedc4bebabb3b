import { createReaders } from './reader.ts';

/** For builders that aren't given their reader yet. */
export const PENDING_READER = createReaders()({ locale: 'en-US', zone: 'UTC' });
