import { type AckFn, App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import { createOpenWork } from '../../followstats/commands/open-work.ts';
import type { WorkTurns } from '../work-turns.ts';

/** Answers a request that no listener has acknowledged. */
export type Unhandled = (body: Record<string, unknown>, ack: AckFn<unknown>) => Promise<void>;

/** An acknowledgement rejects with it when the same request was done before: it is answered, and its work must not begin. */
export class RepeatedRequest extends Error {
  override readonly name = 'RepeatedRequest';
}

/** What the app is given beside Bolt's own options. */
interface Options {
  readonly unhandled: Unhandled;
  /** Work that follows an acknowledgement waits for its turn. */
  readonly turns: WorkTurns;
}

/**
 * Bolt's App, which answers everything and knows what it is still doing. Bolt itself leaves a request that no listener
 * takes unanswered for 3 s and then says 404; here it is answered as soon as no listener is left.
 */
export class SlackApp extends App {
  readonly #unhandled: Unhandled;
  readonly #turns: WorkTurns;
  readonly #work = createOpenWork();

  constructor(bolt: AppOptions, { unhandled, turns }: Options) {
    super(bolt);
    this.#unhandled = unhandled;
    this.#turns = turns;
  }

  override processEvent(event: ReceiverEvent): Promise<void> {
    this.#turns.arrived();
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
    const repeated = Promise.withResolvers<void>();
    let isAcknowledged = false;
    const ack: AckFn<unknown> = async (response) => {
      isAcknowledged = true;
      try {
        await event.ack(response as never);
      } catch (error) {
        if (!(error instanceof RepeatedRequest)) throw error;
        repeated.resolve();
        // Never settles, so the listener does nothing more. It could catch an error and apologise to the person.
        await new Promise<never>(() => {});
      }
      await this.#turns.take();
    };
    const process = async () => {
      await this.#listen({ ...event, ack: ack as ReceiverEvent['ack'] });
      if (!isAcknowledged) await this.#unhandled(event.body, ack);
    };
    await Promise.race([process(), repeated.promise]);
  }

  async #listen(event: ReceiverEvent): Promise<void> {
    try {
      await super.processEvent(event);
    } catch (error) {
      // Bolt itself stumbles over some malformed bodies; they are logged, and answered like any other.
      this.logger.error(`a malformed request from Slack: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }
}
