import { randomBytes } from 'node:crypto';
import { BOT_USER_ID } from './installed-app.ts';
import type { Channel, Person, UserGroup } from './types.ts';
import type { Credentials, WorkspaceOptions } from './workspace-types.ts';

/** The team of the demo, and of every workspace that names no other. */
export const DEFAULT_TEAM = { name: 'Northwind Community', domain: 'northwind-community' } as const;

/**
 * The workspace of the demo: a team, a guest and a visitor from another team, three channels (the app is in two of
 * them) and a user group. Secrets are made up anew on each call.
 */
export function seedWorkspace(): Pick<WorkspaceOptions, 'people' | 'channels' | 'userGroups' | 'credentials'> {
  return { people: PEOPLE, channels: CHANNELS, userGroups: USER_GROUPS, credentials: inventCredentials() };
}

function inventCredentials(): Credentials {
  const secret = (): string => randomBytes(16).toString('hex');
  return {
    teamId: 'T0NORTHWIND',
    botToken: `xoxb-stand-in-${secret()}`,
    appToken: `xapp-stand-in-${secret()}`,
    signingSecret: secret(),
  };
}

/** The people of the demo. */
export const PEOPLE: readonly Person[] = [
  {
    id: 'U0MAYA00001',
    name: 'maya',
    realName: 'Maya Okafor',
    note: 'viewer',
    kind: 'member',
    locale: 'en-US',
    timeZone: 'America/New_York',
  },
  {
    id: 'U0ANDERS001',
    name: 'anders',
    realName: 'Anders Lund',
    note: 'admin',
    kind: 'member',
    locale: 'en-GB',
    timeZone: 'Europe/Copenhagen',
  },
  {
    id: 'U0PRIYA0001',
    name: 'priya',
    realName: 'Priya Raman',
    note: 'no role at first',
    kind: 'member',
    locale: 'en-GB',
    timeZone: 'Asia/Kolkata',
  },
  {
    id: 'U0CHENLI001',
    name: 'chenli',
    realName: '陈丽',
    note: 'viewer, locale zh-CN',
    kind: 'member',
    locale: 'zh-CN',
    timeZone: 'Asia/Shanghai',
  },
  {
    id: 'U0TOM000001',
    name: 'tom',
    realName: 'Tom Becker',
    note: 'guest',
    kind: 'guest',
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
  },
  {
    id: 'U0ELENA0001',
    name: 'elena',
    realName: 'Elena Sousa',
    note: 'stranger, of another team',
    kind: 'stranger',
    locale: 'en-US',
    timeZone: 'America/Sao_Paulo',
  },
];

const CHANNELS: readonly Channel[] = [
  {
    id: 'C0COMMUNITY',
    name: 'community',
    isPrivate: false,
    memberIds: [...PEOPLE.map(({ id }) => id), BOT_USER_ID],
  },
  {
    id: 'C0GROWTH001',
    name: 'growth',
    isPrivate: true,
    memberIds: ['U0MAYA00001', 'U0ANDERS001', 'U0CHENLI001', BOT_USER_ID],
  },
  {
    id: 'C0RANDOM001',
    name: 'random',
    isPrivate: false,
    memberIds: ['U0MAYA00001', 'U0ANDERS001', 'U0PRIYA0001', 'U0CHENLI001'],
  },
];

const USER_GROUPS: readonly UserGroup[] = [
  {
    id: 'S0CREATORS1',
    handle: 'creators-team',
    name: 'Creators team',
    memberIds: ['U0MAYA00001', 'U0PRIYA0001', 'U0CHENLI001'],
  },
];
