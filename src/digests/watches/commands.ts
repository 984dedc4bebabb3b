import type { Asker } from '../../followstats/access/rules.ts';
import type { Lists } from '../../followstats/lists/lists.ts';
import type { WatchCommand, WatchVerb } from '../../followstats/watches/read.ts';
import { createDigestLock } from '../digest-lock.ts';
import { isChannelToTry, ownPauseOf } from '../pauses.ts';
import type { MayPointTo } from '../ports.ts';
import { looksAtNobody } from './looks-at-nobody.ts';
import type { Alerts, TellWatchOwner, TryPlace, Watches } from './ports.ts';
import { MUTE_MS, readWatchId, type Watch, type WatchId } from './types.ts';
import type { WatchAnswer, WatchChange } from './watch-answer.ts';

interface Options {
  readonly watches: Watches;
  readonly alerts: Pick<Alerts, 'latest'>;
  readonly lists: Pick<Lists, 'all'>;
  readonly mayPointTo: MayPointTo;
  readonly tryPlace: TryPlace;
  readonly tellOwner: TellWatchOwner;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** These have something posted, or change what is. */
const POSTING_VERBS: ReadonlySet<WatchVerb> = new Set(['edit', 'resume', 'unmute']);

/**
 * Does what a `watch …` command says; the caller has authorized the asker.
 * @returns a function that rejects when the store fails
 */
export function createWatchCommands({ watches, alerts, lists, mayPointTo, tryPlace, tellOwner, now }: Options) {
  const withWatchLock = createDigestLock();

  /** @returns the answer, once the owner is being notified of a change by another person */
  function changed(
    change: WatchChange,
    watch: Watch,
    by: Asker,
    more: Pick<Extract<WatchAnswer, { kind: 'watch-changed' }>, 'announced'> = {},
  ): WatchAnswer {
    if (watch.ownerId !== by.personId) tellOwner({ kind: change, watch, by: by.personId });
    return { kind: 'watch-changed', change, watch, ...more, now: now() };
  }

  /** @returns the answer that it isn't there, with the way back where there is one */
  async function absent(id: WatchId): Promise<WatchAnswer> {
    const gone = await watches.readDeleted(id);
    return gone?.isRestorable ? { kind: 'watch-deleted', watch: gone.watch, why: 'deleted' } : unknown(id);
  }

  /** @returns the answer about the watch as it is after a change that was made or not */
  async function answerAfter(
    change: 'pause' | 'resume' | 'restore',
    isDone: boolean,
    { id }: Watch,
    by: Asker,
  ): Promise<WatchAnswer> {
    const watch = await watches.read(id);
    if (!watch) return absent(id);
    return isDone ? changed(change, watch, by) : { kind: 'watch-unchanged', change, watch };
  }

  /** Under the lock, since a second click of *Resume* would announce it a second time: it finds it running. */
  async function resume(id: WatchId, by: Asker): Promise<WatchAnswer> {
    const watch = await watches.read(id);
    if (!watch) return absent(id);
    if (!isChannelToTry(watch)) return answerAfter('resume', await watches.resume(id, by), watch, by);
    // What a person has paused is resumed first: a rejection then pauses it for its own reason.
    const toTry = ownPauseOf(watch) ? watch : (await watches.resume(id, by)) && (await watches.read(id));
    if (!toTry) return answerAfter('resume', false, watch, by);
    const { announced, watch: tried } = await tryPlace(toTry, by);
    if (announced.kind === 'refused') {
      return { kind: 'watch-rejected', watch: tried, reason: announced.reason, why: announced.reason };
    }
    // It may have been paused or deleted meanwhile.
    if (tried.state.kind === 'paused') return answerAfter('pause', false, tried, by);
    return changed('resume', tried, by, { announced });
  }

  async function act(verb: Exclude<WatchChange, 'restore'>, watch: Watch, by: Asker): Promise<WatchAnswer> {
    const { id } = watch;
    switch (verb) {
      case 'pause':
        return answerAfter(verb, await watches.pause(id, 'by-person', by), watch, by);
      case 'resume':
        return withWatchLock(id, () => resume(id, by));
      case 'mute':
      case 'unmute': {
        const muted = await watches.mute(id, verb === 'mute' ? MUTE_MS : undefined, by);
        return muted ? changed(verb, muted, by) : absent(id);
      }
      case 'delete':
        return (await watches.delete(id, by)) ? changed(verb, watch, by) : absent(id);
    }
  }

  async function restore(id: WatchId, by: Asker): Promise<WatchAnswer> {
    const watch = (await watches.read(id)) ?? (await watches.readDeleted(id))?.watch;
    if (!watch) return unknown(id);
    const restored = await watches.restore(id, by);
    if (restored === 'too-late') return { kind: 'watch-too-late', watch, why: restored };
    return answerAfter('restore', restored === 'restored', watch, by);
  }

  /**
   * Checks that a person may have this watch tell, or change what it tells, where it is pointed now. Its owner may open its form in
   * any case, to point it elsewhere, and every editor may stop it.
   * @returns the answer that says why not; `undefined` when they may
   */
  async function checkPlace(verb: WatchVerb, watch: Watch, { personId }: Asker): Promise<WatchAnswer | undefined> {
    const isOwn = watch.ownerId === personId;
    if ((isOwn && verb === 'edit') || !POSTING_VERBS.has(verb)) return undefined;
    const fault = await mayPointTo(personId, watch.channelId);
    return fault && { kind: 'watch-elsewhere', watch, fault, isOwn, why: 'elsewhere' };
  }

  async function list(from: WatchId | undefined): Promise<WatchAnswer> {
    const [{ readable, unreadable, restorable }, latest, known] = await Promise.all([
      watches.all(),
      alerts.latest(),
      lists.all(),
    ]);
    const shown = readable.filter(({ id }) => Number(id) >= Number(from ?? 0));
    const nobody = looksAtNobody(shown, known);
    const facts = { from, total: readable.length, unreadable, latest, nobody, restorable, now: now() };
    return { kind: 'watch-list', watches: shown, ...facts };
  }

  return async (command: WatchCommand, asker: Asker): Promise<WatchAnswer> => {
    if (command.kind === 'watch-new') return { kind: 'watch-form', watch: undefined, account: command.account };
    if (command.kind === 'watch-list') return list(command.from === undefined ? undefined : readWatchId(command.from));
    const id = readWatchId(command.id);
    const verb = verbOf(command.kind);
    if (!id) return unknown(command.id);
    if (verb === 'restore') return restore(id, asker);
    const watch = await watches.read(id);
    if (!watch) {
      const { unreadable } = await watches.all();
      return unreadable.includes(id) ? { kind: 'watch-unreadable', id, why: 'unreadable' } : absent(id);
    }
    const denied = await checkPlace(verb, watch, asker);
    if (denied) return denied;
    return verb === 'edit' ? { kind: 'watch-form', watch } : act(verb, watch, asker);
  };
}

const verbOf = (kind: `watch-${WatchVerb}`): WatchVerb => kind.slice('watch-'.length) as WatchVerb;
const unknown = (word: string): WatchAnswer => ({ kind: 'watch-unknown', word, why: 'unknown-watch' });
