import type { HelpLine } from '../kit/help-lines.ts';

/** What can be done with digests. */
export const DIGEST_HELP: readonly HelpLine[] = [
  { needs: 'editor', example: 'digest new', says: ({ digests }) => digests },
];
