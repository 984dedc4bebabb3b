import type { HelpLine } from '../kit/help-lines.ts';

/** What can be done about access. */
export const ACCESS_HELP: readonly HelpLine[] = [
  { needs: 'viewer', example: 'why', says: ({ access }) => access.whyMyself },
  { needs: 'admin', example: 'allow @priya editor', says: ({ access }) => access.allow },
  { needs: 'admin', example: 'revoke @priya', says: ({ access }) => access.revoke },
  { needs: 'admin', example: 'access', says: ({ access }) => access.access },
  { needs: 'admin', example: 'why @priya', says: ({ access }) => access.why },
];
