import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { withDeadline } from '../../deadline.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { Changes } from '../../followstats/changes/changes.ts';
import type { Check } from '../../followstats/checks/check.ts';
import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import { createGroupedWrites } from '../../followstats/grouped-writes.ts';
import type { History } from '../../followstats/history/history.ts';
import type { KeptReadings } from '../../followstats/reports/kept-readings.ts';
import { isDirectMessages } from '../ids.ts';
import { readChangesShown, WrittenChanges, writeChangesShown } from './written-changes.ts';
import { readCheckShown, WrittenCheck, writeCheckShown } from './written-check.ts';
import { readHistoryShown, WrittenHistory, writeHistoryShown } from './written-history.ts';
import { readReadings, WrittenReadings, writeReadings } from './written-readings.ts';

/**
 * How long an answer's buttons work, milliseconds: 7 days. Slack keeps a private message only until its reader starts
 * Slack anew, which few put off for a week.
 */
export const BUTTONS_MS = 7 * 24 * 60 * 60_000;

/** An answer is not worth holding back for its buttons longer than this, milliseconds. */
const WAIT_MS = 1000;
/** Most have a few kilobytes; a history of 500 accounts has hundreds. */
const GROUPS = { mostAtOnce: 100, mostWaiting: 2000 };

const VALUE = /^kept ([0-9a-f-]{36})$/;

/** As the store has it. Every version of the last seven days wrote these names, and reads them; older ones kept no readings. */
const Kept = z.object({
  personId: z.string(),
  channelId: z.string(),
  question: z.string(),
  hasCounts: z.boolean(),
  readings: WrittenReadings.optional(),
  history: WrittenHistory.optional(),
  changes: WrittenChanges.optional(),
  check: WrittenCheck.optional(),
});

/** An answer, as far as its buttons need it. */
export interface KeptAnswer {
  /** Whom it was for, and where: the buttons work for this person in this conversation only. */
  readonly asker: Asker;
  /** The command as it is written, to ask the same again. */
  readonly command: string;
  /** Whether it shows counts, which a failed *Refresh* must not take away. */
  readonly hasCounts: boolean;
  /** What it shows of each account; `undefined` where it is about none, and of an answer of an older version. */
  readonly readings: KeptReadings | undefined;
  /** Of a history: what it shows. */
  readonly history?: History | undefined;
  /** The same of who came and left. */
  readonly changes?: Changes | undefined;
  /** Of a check, the same. */
  readonly check?: Check | undefined;
}

/** What a clicked button stands for. */
export type Recalled =
  | { readonly kind: 'kept'; readonly id: string; readonly answer: KeptAnswer }
  /** It belongs to an answer for another person, or in another conversation. */
  | { readonly kind: 'foreign' }
  /** Expired, or never kept. */
  | { readonly kind: 'unknown' };

/** Gives the buttons of an answer what they need. Their value is a key that can't be guessed; the rest is in the store. */
export interface ButtonValues {
  /**
   * @returns the buttons' value; `undefined` when the store didn't keep it within a second: then the answer goes without
   *   buttons. Never rejects
   */
  keep(answer: KeptAnswer): Promise<string | undefined>;
  /**
   * @param value as a client sent it, so it may be forged
   * @throws {AppError} `store_unavailable` when the store can't be read
   */
  recall(value: string, by: Asker): Promise<Recalled>;
}

interface Options {
  readonly values: Pick<ExpiringValues, 'setAll' | 'get'>;
  /** Called with why an answer goes without its buttons. */
  readonly onLost: (error: unknown) => void;
  /** Milliseconds. */
  readonly waitMs?: number;
  /** While answers come all the time, so many milliseconds of them at least share one write. */
  readonly gatheredMs?: number | undefined;
}

/** Keeps answers in the store: the same for every replica, and after a restart. Buttons of an answer it lost are left out. */
export function createButtonValues({ values, onLost, waitMs = WAIT_MS, gatheredMs }: Options): ButtonValues {
  const keepGrouped = createGroupedWrites<readonly [key: string, value: string]>({
    ...{ ...GROUPS, gatheredMs },
    write: (kept) => values.setAll(new Map(kept), BUTTONS_MS),
  });

  return {
    async keep({ asker, command, hasCounts, readings, history, changes, check }) {
      const id = randomUUID();
      const { personId, channelId } = originOf(asker);
      try {
        const kept = JSON.stringify({
          personId,
          channelId,
          question: command,
          hasCounts,
          readings: readings && writeReadings(readings),
          history: history && writeHistoryShown(history),
          changes: changes && writeChangesShown(changes),
          check: check && writeCheckShown(check),
        } satisfies z.infer<typeof Kept>);
        await withDeadline(keepGrouped([keyOf(id), kept]), { ms: waitMs });
        return `kept ${id}`;
      } catch (error) {
        onLost(error);
        return undefined;
      }
    },
    async recall(value, by) {
      const [, id] = VALUE.exec(value) ?? [];
      const kept = id && (await values.get(keyOf(id)));
      if (!id || !kept) return { kind: 'unknown' };
      const read = Kept.safeParse(JSON.parse(kept));
      // Another version of the app, beside this one or before it, may keep other things.
      if (!read.success) return { kind: 'unknown' };
      const { question: command, hasCounts, readings, history, changes, check } = read.data;
      if (!isTheirs(read.data, originOf(by))) return { kind: 'foreign' };
      const shown = {
        readings: readings && readReadings(readings),
        history: history && readHistoryShown(history),
        changes: changes && readChangesShown(changes),
        check: check && readCheckShown(check),
      };
      const answer = { asker: by, command, hasCounts, ...shown };
      return { kind: 'kept', id, answer };
    },
  };
}

/** Who asked and where, as the store has it: '' for no conversation. */
interface KeptOrigin {
  readonly personId: string;
  readonly channelId: string;
}

/** What was asked for in no conversation, but in a modal, is answered in the person's direct messages with the app. */
function isTheirs(kept: KeptOrigin, clicker: KeptOrigin): boolean {
  const isThere =
    kept.channelId === clicker.channelId || (kept.channelId === '' && isDirectMessages(clicker.channelId));
  return kept.personId === clicker.personId && isThere;
}

function originOf({ personId, channelId }: Asker): KeptOrigin {
  return { personId, channelId: channelId ?? '' };
}

const keyOf = (id: string): string => `answer:${id}`;
