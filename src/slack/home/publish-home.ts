import type { PersonId } from '../../followstats/ids.ts';
import { type Logger, newReference } from '../../logger.ts';
import { rejectedHomeView } from '../blocks/home/home-view.ts';
import { rejectedContentOf } from '../sending/content-rejected.ts';
import { isSlackError, reasonOf, retryAfterOf, type WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';

type View = Parameters<WebClient['views']['publish']>[0]['view'];

/** What Slack made of a Home. */
export type Published =
  | { readonly kind: 'shown' }
  /** It takes none for so long, milliseconds. */
  | { readonly kind: 'rate-limited'; readonly waitMs: number }
  /** `reason`: Slack's code or the network's. */
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Shows a person their Home; where Slack rejects what is in it, one sentence that says so. The same once more does no harm.
 * @returns what came of it; rejects with what is no error of Slack's
 */
export type PublishHome = (personId: PersonId, reader: Reader, view: View) => Promise<Published>;

/** Makes a `PublishHome`. */
export function createPublishHome({ web, log }: { readonly web: WebClient; readonly log: Logger }): PublishHome {
  async function show(personId: PersonId, view: View): Promise<Published | { readonly rejected: string }> {
    try {
      await web.views.publish({ user_id: personId, view });
      return { kind: 'shown' };
    } catch (error) {
      if (!isSlackError(error)) throw error;
      const seconds = retryAfterOf(error);
      if (seconds !== undefined) return { kind: 'rate-limited', waitMs: seconds * 1000 };
      const rejected = rejectedContentOf(error);
      return rejected === undefined ? { kind: 'failed', reason: reasonOf(error) } : { rejected };
    }
  }

  return async (personId, reader, view) => {
    const whole = await show(personId, view);
    if ('kind' in whole) return whole;
    const reference = newReference();
    log.warn({ rejection: whole.rejected, reference }, 'Slack refused the content of a Home');
    const plain = await show(personId, rejectedHomeView(reader, reference));
    return 'kind' in plain ? plain : { kind: 'failed', reason: plain.rejected };
  };
}
