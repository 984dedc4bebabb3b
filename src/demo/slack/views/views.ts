import { ApiError } from '../api-error.ts';
import { LIMITS } from '../blocks/limits.ts';
import type { Changes } from '../changes.ts';
import { randomId } from '../random-id.ts';
import type { View, ViewValues } from '../types.ts';
import { readView } from './view-content.ts';
import { beginValues } from './view-values.ts';

type Surface = View['surface'];

/** Where a modal came from. */
interface Origin {
  readonly personId: string;
  /** The channel in which the person opened it. */
  readonly channelId?: string | undefined;
}

/** Every modal that is open and every Home tab that was filled. */
export interface Views {
  find(id: string): View | undefined;
  byExternalId(externalId: string): View | undefined;
  /** The view that this person sees: their topmost modal, or their Home tab. */
  shown(personId: string, surface: Surface): View | undefined;
  /** Bottom first. */
  stackOf(personId: string): readonly View[];
  /** Opens a modal in the place of all that this person has open. @throws {ApiError} `invalid_arguments`, `duplicate_external_id`. */
  open(content: unknown, origin: Origin): View;
  /** Puts one on top. @throws {ApiError} As `open`, and `push_limit_reached`. */
  push(content: unknown, personId: string): View;
  /** Fills the Home tab. @throws {ApiError} As `open`, and `hash_conflict`. */
  publish(content: unknown, personId: string, hash: string): View;
  /** Replaces a view where it stands. @throws {ApiError} `invalid_arguments`, `not_found`, `hash_conflict`. */
  update(id: string, content: unknown, hash: string): View;
  /** Keeps values that a person changed, or the errors shown for them. Does nothing to a view that is closed. */
  amend(id: string, change: { readonly values?: ViewValues; readonly errors?: View['errors'] }): void;
  /** Closes a modal and all above it. Returns them, topmost first. */
  close(id: string): readonly View[];
  /** The place of the view's latest version in the order of changes; 0 when it is closed. */
  changedAt(id: string): number;
  /** Closes the modals of each person for whom none changed since this moment (Unix milliseconds). Announces no change. */
  forget(beforeMs: number): void;
}

/** `now` in Unix milliseconds. `isKnownTaken`: whether the workspace takes a view, whatever the documents say. */
export function createViews(
  now: () => number,
  changes: Changes,
  isKnownTaken: (view: unknown) => boolean = () => false,
): Views {
  const stacks = new Map<string, readonly View[]>();
  const homes = new Map<string, View>();
  const latest = new Map<string, { readonly mark: number; readonly at: number }>();

  const all = (): readonly View[] => [...[...stacks.values()].flat(), ...homes.values()];
  const find = (id: string): View | undefined => all().find((view) => view.id === id);
  const stackOf = (personId: string): readonly View[] => stacks.get(personId) ?? [];
  const byExternalId = (externalId: string): View | undefined =>
    externalId === '' ? undefined : all().find((view) => view.externalId === externalId);

  const shorten = (personId: string, length: number): void => {
    const stack = stackOf(personId);
    for (const { id } of stack.slice(length)) latest.delete(id);
    stacks.set(personId, stack.slice(0, length));
  };

  const keep = (view: View): View => {
    const { personId } = view;
    const stack = stackOf(personId);
    if (view.surface === 'home') homes.set(personId, view);
    else if (stack.some(({ id }) => id === view.id)) {
      const renewed = stack.map((other) => (other.id === view.id ? view : other));
      stacks.set(personId, renewed);
    } else stacks.set(personId, [...stack, view]);
    latest.set(view.id, { mark: changes.mark() + 1, at: now() });
    changes.announce();
    return view;
  };

  const create = (content: unknown, { personId, channelId }: Origin, surface: Surface, below?: View): View => {
    const read = readView(content, surface, isKnownTaken(content));
    if (byExternalId(read.externalId)) throw new ApiError('duplicate_external_id');
    const id = randomId('V', 10);
    return {
      ...read,
      id,
      personId,
      surface,
      hash: newHash(now()),
      rootId: below?.rootId ?? id,
      previousId: below?.id,
      originChannelId: channelId ?? below?.originChannelId,
      values: beginValues(read.blocks, {}, channelId ?? below?.originChannelId),
      errors: {},
    };
  };

  const replace = (old: View, content: unknown, hash: string): View => {
    if (hash !== '' && hash !== old.hash) throw new ApiError('hash_conflict');
    const read = readView(content, old.surface, isKnownTaken(content));
    const other = byExternalId(read.externalId);
    if (other && other.id !== old.id) throw new ApiError('duplicate_external_id');
    const values = beginValues(read.blocks, old.values, old.originChannelId);
    return keep({ ...old, ...read, hash: newHash(now()), values, errors: {} });
  };

  return {
    find,
    byExternalId,
    stackOf,
    shown: (personId, surface) => (surface === 'home' ? homes.get(personId) : stackOf(personId).at(-1)),
    open: (content, origin) => {
      const view = create(content, origin, 'modal');
      shorten(origin.personId, 0);
      return keep(view);
    },
    push: (content, personId) => {
      const stack = stackOf(personId);
      if (stack.length >= LIMITS.viewStack) throw new ApiError('push_limit_reached');
      return keep(create(content, { personId }, 'modal', stack.at(-1)));
    },
    publish: (content, personId, hash) => {
      const old = homes.get(personId);
      return old ? replace(old, content, hash) : keep(create(content, { personId }, 'home'));
    },
    update: (id, content, hash) => {
      const old = find(id);
      if (!old) throw new ApiError('not_found');
      return replace(old, content, hash);
    },
    amend: (id, change) => {
      const view = find(id);
      if (view) keep({ ...view, ...change });
    },
    close: (id) => {
      const view = find(id);
      if (!view || view.surface === 'home') return [];
      const stack = stackOf(view.personId);
      const at = stack.indexOf(view);
      shorten(view.personId, at);
      changes.announce();
      return stack.slice(at).toReversed();
    },
    changedAt: (id) => latest.get(id)?.mark ?? 0,
    forget: (beforeMs) => {
      for (const [personId, stack] of stacks) {
        if (stack.every(({ id }) => (latest.get(id)?.at ?? 0) < beforeMs)) shorten(personId, 0);
      }
    },
  };
}

function newHash(now: number): string {
  return `${Math.floor(now / 1000)}.${randomId('', 8)}`;
}
