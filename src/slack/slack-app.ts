import { type AckFn, App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import { createOpenWork } from '../followstats/open-work.ts';

/** What to answer a request that no listener has acknowledged. */
export type Unanswered = (body: Record<string, unknown>, ack: AckFn<unknown>) => Promise<void>;

/**
 * Bolt's App, which answers everything and knows what it is still doing. Bolt itself leaves a request that no listener
 * takes unanswered for 3 s and then says 404; here it is answered as soon as no listener is left.
 */
export class SlackApp extends App {
  readonly #unanswered: Unanswered;
  readonly #work = createOpenWork();

  constructor(options: AppOptions, unanswered: Unanswered) {
    super(options);
    this.#unanswered = unanswered;
  }

  override processEvent(event: ReceiverEvent): Promise<void> {
    return this.track(this.#process(event));
  }

  /** Counts work as running until it ends; a request counts from its first byte, not only once it is read. */
  track(work: Promise<void>): Promise<void> {
    return this.#work.track(work);
  }

  /** Resolves when nothing is being worked on any more. */
  idle(): Promise<void> {
    return this.#work.settled();
  }

  async #process(event: ReceiverEvent): Promise<void> {
    let isAcknowledged = false;
    const ack: AckFn<unknown> = async (response) => {
      isAcknowledged = true;
      await event.ack(response as never);
    };
    try {
      await super.processEvent({ ...event, ack: ack as ReceiverEvent['ack'] });
    } catch (error) {
      // Bolt itself stumbles over some malformed bodies; they are logged, and answered like any other.
      this.logger.error(`a malformed request from Slack: ${error instanceof Error ? error.name : 'unknown'}`);
    }
    if (!isAcknowledged) await this.#unanswered(event.body, ack);
  }
}
