/**
 * What the manifest asks for, each scope with whether the app can do without it. Why each is needed stands in `manifest/`, which a test
 * compares with this.
 */
export const SCOPES: Readonly<Record<string, 'required' | 'optional'>> = {
  commands: 'required',
  'chat:write': 'required',
  'users:read': 'required',
  'usergroups:read': 'optional',
  'files:write': 'optional',
  'im:write': 'optional',
  'channels:read': 'optional',
  'groups:read': 'optional',
  'channels:history': 'optional',
  'groups:history': 'optional',
  'im:history': 'optional',
};

/** Those of one kind that a token was not granted, in the manifest's order. */
export function missingScopes(granted: readonly string[], kind: 'required' | 'optional'): readonly string[] {
  return Object.keys(SCOPES).filter((scope) => SCOPES[scope] === kind && !granted.includes(scope));
}
