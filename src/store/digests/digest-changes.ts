import { createChangeEntries } from '../change-entries.ts';

/** What the audit says of changes of digests. */
export const { done, failed } = createChangeEntries('digest');
