import { type Identity, readIdentity, type WebClient } from '../../../src/slack/web-api/web-api.ts';

/** Who the app is, asked with next to no patience. */
export function identify(web: WebClient, onWait: (reason: string) => void = () => {}): Promise<Identity> {
  return readIdentity(web, { signal: AbortSignal.timeout(10_000), onWait, firstWaitMs: 1 });
}
