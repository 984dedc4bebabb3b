import type { PersonId } from '../../followstats/ids.ts';
import type { Lists } from '../../followstats/lists/lists.ts';
import type { Resolve, Resolved } from '../../followstats/reports/resolve.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { WatchRule } from '../../followstats/watches/rule.ts';
import { createCheckWho } from '../form/check-who.ts';
import { type FormFault, MOST_ACCOUNTS_TEXT } from '../form/digest-form.ts';
import { listsOf, MOST_FOLLOWERS, MOST_PERCENT, readFormWho, tooManyChosen } from '../form/read-form.ts';
import { readThreshold } from '../form/typed-fields.ts';
import type { MayPointTo } from '../ports.ts';
import type { Watches } from './ports.ts';
import { MOST_WATCHED, readWatchId, type WatchSpec } from './types.ts';
import { toWatchForm, WATCH_GONE, type WatchForm, type WatchFormFault } from './watch-form.ts';

/** `who`: whom the form names besides lists. `accounts`: all that the watch looks at as its lists are now. */
type Checked =
  | { readonly spec: WatchSpec; readonly who: Resolved; readonly accounts: readonly AccountId[] }
  | { readonly faults: readonly WatchFormFault[] };

interface FilledBy {
  readonly personId: PersonId;
  /** The watch that is edited; `undefined` for a new one. */
  readonly editedId: string | undefined;
}

/**
 * Turns what a person filled in into a watch, or returns all faults of it; also that they may not have it tell there. Asks the
 * store and Slack, never Chat. Rejects when the store fails.
 */
export type CheckWatchForm = (form: WatchForm, by: FilledBy) => Promise<Checked>;

interface Options {
  readonly resolve: Resolve;
  readonly lists: Pick<Lists, 'all'>;
  readonly watches: Pick<Watches, 'read'>;
  readonly mayPointTo: MayPointTo;
}

/** Makes the function that checks a watch's form. */
export function createCheckWatchForm({ resolve, lists, watches, mayPointTo }: Options): CheckWatchForm {
  const checkWho = createCheckWho({ resolve, lists });

  async function checkFields(form: WatchForm): Promise<Checked> {
    const rule = readRule(form);
    const who = readFormWho(form);
    const read: readonly FormFault[] = [
      ...(form.channelId ? [] : [{ field: 'channel', kind: 'channel-missing' } as const]),
      ...('fault' in who ? [who.fault] : []),
      ...tooManyChosen(form),
    ];
    const ruleFaults = Array.isArray(rule) ? rule : [];
    if ('fault' in who || read.length > 0 || Array.isArray(rule)) {
      return { faults: [...ruleFaults, ...onlyOurs(await checkWho.withLists(read))] };
    }
    const found = await checkWho.find(form, who.who);
    if ('faults' in found) return { faults: onlyOurs(found.faults) };
    const { own, listed } = found;
    const named = { rule, channelId: form.channelId, accounts: own.accounts, lists: listsOf(who.who) };
    if (named.accounts.length + named.lists.length === 0)
      return { faults: [{ field: 'people', kind: 'nobody-linked' }] };
    const accounts = [...new Set([...own.accounts, ...listed.accounts])];
    if (accounts.length > MOST_WATCHED)
      return { faults: [{ field: 'accounts', kind: 'too-many-watched', count: accounts.length }] };
    // It couldn't be edited any more.
    if (toWatchForm(named).accounts.length > MOST_ACCOUNTS_TEXT)
      return { faults: [{ field: 'accounts', kind: 'too-many-named' }] };
    return { spec: named, who: own, accounts };
  }

  async function checkPlace({ channelId }: WatchForm, personId: PersonId): Promise<WatchFormFault | undefined> {
    const fault = channelId ? await mayPointTo(personId, channelId) : undefined;
    return fault && { field: 'channel', kind: 'place-closed', fault };
  }

  /** What is posted in a private place is changed by those who can read it there, and by the watch's owner. */
  async function checkEdited({ personId, editedId }: FilledBy): Promise<WatchFormFault | undefined> {
    if (editedId === undefined) return undefined;
    const id = readWatchId(editedId);
    const watch = id && (await watches.read(id));
    if (!watch) return WATCH_GONE;
    const fault = watch.ownerId === personId ? undefined : await mayPointTo(personId, watch.channelId);
    return fault && { field: 'channel', kind: 'watch-elsewhere', fault };
  }

  return async (form, by) => {
    const [fields, place, edited] = await Promise.all([
      checkFields(form),
      checkPlace(form, by.personId),
      checkEdited(by),
    ]);
    if (edited) return { faults: [edited] };
    if (!place) return fields;
    return { faults: ['faults' in fields ? fields.faults : [], place].flat() };
  };
}

const WHOLE = /^\d{1,10}$/;
const DECIMAL = /^\d{1,6}(?:\.\d{1,6})?$/;

/** Reads the fields of the rule that is chosen. @returns it, or its faults */
function readRule(form: WatchForm): WatchRule | WatchFormFault[] {
  const { kind, span } = form;
  if (kind === 'disappears') return { kind };
  if (kind === 'reaches' || kind === 'falls-below') {
    const followers = readThreshold(form.followers, WHOLE, MOST_FOLLOWERS);
    return typeof followers === 'number'
      ? { kind, followers }
      : [{ field: 'followers', kind: 'not-a-number', text: form.followers }];
  }
  const absolute = readThreshold(form.absolute, WHOLE, MOST_FOLLOWERS);
  const percent = readThreshold(form.percent, DECIMAL, MOST_PERCENT);
  const faults: WatchFormFault[] = [
    ...(absolute === 'bad' ? [{ field: 'absolute', kind: 'not-a-number', text: form.absolute } as const] : []),
    ...(percent === 'bad' ? [{ field: 'percent', kind: 'not-a-percentage', text: form.percent } as const] : []),
  ];
  if (faults.length > 0) return faults;
  if (absolute !== undefined && percent !== undefined) return [{ field: 'absolute', kind: 'two-amounts' }];
  if (typeof absolute === 'number') return { kind, span, by: { unit: 'followers', size: absolute } };
  if (typeof percent === 'number') return { kind, span, by: { unit: 'percent', size: percent } };
  return [{ field: 'absolute', kind: 'amount-missing' }];
}

/** Those of the fields that a watch's form has; the others' can't come about here. */
function onlyOurs(faults: readonly FormFault[]): readonly WatchFormFault[] {
  const fields = ['channel', 'lists', 'accounts', 'people'];
  return faults.filter((fault): fault is Extract<FormFault, WatchFormFault> => fields.includes(fault.field));
}
