import type { Directory } from '../directory.ts';
import type { InstalledApp } from '../installed-app.ts';
import type { MethodFamily } from './method.ts';

/** `auth.test`: who the token belongs to. An app-level token belongs to no team. */
export function createAuthMethods({ app, directory }: { app: InstalledApp; directory: Directory }): MethodFamily {
  const { team } = directory;
  return {
    'auth.test': {
      token: 'any',
      scopes: [],
      run: (_args, caller) =>
        caller === 'app'
          ? { app_id: app.id, app_name: app.name }
          : {
              url: `https://${team.domain}.slack.com/`,
              team: team.name,
              user: app.name,
              team_id: team.id,
              user_id: app.botUserId,
              bot_id: app.botId,
              is_enterprise_install: false,
            },
    },
  };
}
