import type { Grant } from '../../../src/followstats/access/grants.ts';
import type { Role, Rule } from '../../../src/followstats/access/rules.ts';

export const everyone = (role: Role = 'viewer'): Rule => ({ subject: { kind: 'everyone' }, role });
export const person = (id: string, role: Role = 'viewer'): Rule => ({ subject: { kind: 'person', id }, role });
export const group = (id: string, role: Role = 'viewer'): Rule => ({ subject: { kind: 'group', id }, role });
export const channel = (id: string, role: Role = 'viewer'): Rule => ({ subject: { kind: 'channel', id }, role });

/** The rule as an admin gave it from Slack. */
export const granted = (rule: Rule): Grant => ({ ...rule, by: 'U9', at: 5000 });
