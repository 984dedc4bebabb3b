import type { Asker } from '../../followstats/access/rules.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { Timers } from '../../timers.ts';
import { isChannelToTry, ownPauseOf } from '../pauses.ts';
import type { Announced } from '../ports.ts';
import type { TryPlace, Watches, WatchStates } from './ports.ts';
import type { ReadAccounts } from './read-accounts.ts';
import { readWatchId, type Watch, type WatchSpec } from './types.ts';

/** A watch that was saved. */
export interface SavedWatch {
  readonly watch: Watch;
  /** Accounts for which its rule was met already, so that it no alert tells of them; those it had before aren't among them. */
  readonly metFromStart: readonly AccountId[];
  /** Whether it tells there from now on alone, so that a line announces it. */
  readonly isNewThere: boolean;
}

/** What became of a watch once it was saved. */
export interface SettledWatch {
  /** As it is after that. */
  readonly watch: Watch;
  /** How its place took the line; `undefined` when none was posted. */
  readonly announced: Announced | undefined;
  /** Whether it was paused when it was saved. */
  readonly wasPaused: boolean;
}

/** Saves what a form says. Both reject when the store fails. */
export interface SaveWatch {
  /**
   * Reads the accounts once, as far as that is quick, so that what is met already can be said; then keeps the watch.
   * @param from the form's own id, and the watch that it edits. A form that is sent in again makes no second watch
   * @returns `gone` when the watch is gone, `full` when there are as many watches as there may be
   */
  save(
    from: { readonly formId: string; readonly id: string | undefined },
    what: { readonly spec: WatchSpec; readonly accounts: readonly AccountId[] },
    by: Asker,
  ): Promise<SavedWatch | 'gone' | 'full'>;
  /** Tries the place of a watch that was saved, where that is new or it was paused for it. */
  settle(saved: SavedWatch, by: Asker): Promise<SettledWatch>;
}

interface Options {
  readonly watches: Pick<Watches, 'create' | 'edit' | 'read' | 'states'>;
  readonly readAccounts: ReadAccounts;
  readonly tryPlace: TryPlace;
  readonly timers: Pick<Timers, 'timeout'>;
}

/** What reading the accounts may take of the time in which Slack wants the form answered, milliseconds. */
const READ_MS = 1000;

/** Makes what saves forms of watches. */
export function createSaveWatch({ watches, readAccounts, tryPlace, timers }: Options): SaveWatch {
  /** As by a look, but of accounts that weren't known: what can't be read in time is read by the first look. */
  async function readFirst(spec: WatchSpec, accounts: readonly AccountId[], by: Asker) {
    const options = { signal: timers.timeout(READ_MS), caller: by.personId, priority: 'person' } as const;
    const none: WatchStates = new Map();
    return readAccounts({ rule: spec.rule, accounts, states: none, options });
  }

  return {
    async save({ formId, id: typedId }, { spec, accounts }, by) {
      const id = typedId === undefined ? undefined : readWatchId(typedId);
      if (typedId !== undefined && !id) return 'gone';
      const before = id && (await watches.read(id));
      if (id && !before) return 'gone';
      const { states, metFromStart } = await readFirst(spec, accounts, by);
      if (!id) {
        const watch = await watches.create(spec, by, states, formId);
        return watch === 'full' ? watch : { watch, metFromStart, isNewThere: watch.editedAt === watch.createdAt };
      }
      const watch = await watches.edit(id, spec, by, states);
      if (!watch) return 'gone';
      return { watch, metFromStart, isNewThere: before?.channelId !== spec.channelId };
    },
    async settle({ watch, isNewThere }, by) {
      const wasPaused = watch.state.kind === 'paused';
      const isOurs = wasPaused && ownPauseOf(watch) !== undefined && isChannelToTry(watch);
      if (wasPaused ? !isOurs : !isNewThere) return { watch, announced: undefined, wasPaused };
      return { ...(await tryPlace(watch, by)), wasPaused };
    },
  };
}
