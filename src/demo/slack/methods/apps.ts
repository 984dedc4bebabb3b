import type { MethodFamily } from './method.ts';

/** `apps.connections.open`: the address for one Socket Mode connection. `openSocket` gives a new address each time. */
export function createAppMethods({ openSocket }: { openSocket: () => string }): MethodFamily {
  return {
    'apps.connections.open': { token: 'app', scopes: [], run: () => ({ url: openSocket() }) },
  };
}
