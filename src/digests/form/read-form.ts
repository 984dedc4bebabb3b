import type { Resolved } from '../../followstats/reports/resolve.ts';
import { readWho, type Who, type WhoFault } from '../../followstats/typed/who.ts';
import { readWords } from '../../followstats/typed/words.ts';
import { MOST_CRON } from '../schedule/cron-line.ts';
import { readSchedule, type ScheduleFault, type TypedSchedule } from '../schedule/schedule.ts';
import { MOST_ZONE } from '../schedule/zone.ts';
import type { DigestSpec, Thresholds } from '../types.ts';
import {
  type DigestForm,
  daysOf,
  type FormFault,
  MOST_ACCOUNTS_TEXT,
  MOST_LISTS_CHOSEN,
  MOST_PEOPLE,
  toForm,
} from './digest-form.ts';
import { MOST_TITLE, readThreshold, readTitle, seenOf } from './typed-fields.ts';

/** A form without faults, as far as that is known before looking up people's accounts and the lists. */
export interface ReadForm extends Omit<DigestSpec, 'accounts' | 'lists'> {
  readonly who: Who;
}

/** The fields of a form that say whom it is about. */
export type FormWho = Pick<DigestForm, 'lists' | 'accounts' | 'personIds'>;

/** Text that is looked at as a time of day, in UTF-16 units. */
const MOST_TIME = 20;
/** The highest thresholds that can be set. */
export const MOST_FOLLOWERS = 1_000_000_000;
export const MOST_PERCENT = 100_000;

/** Reads the schedule of a form. @returns it, or its first fault */
export function readFormSchedule(form: DigestForm): ReturnType<typeof readSchedule> {
  return readSchedule(toTyped(form, seenOf(form.zone, MOST_ZONE)));
}

/**
 * Reads all that can be read without looking anything up; every fault at once, at most one a field. What a person can't see
 * is left out of each field, and a field that holds more than it may is rejected before it is read.
 */
export function readForm(form: DigestForm): { readonly read: ReadForm } | { readonly faults: readonly FormFault[] } {
  const title = readTitle(form.title);
  const who = readFormWho(form);
  const schedule = readFormSchedule(form);
  const absolute = readThreshold(form.absolute, /^\d{1,10}$/, MOST_FOLLOWERS);
  const percent = readThreshold(form.percent, /^\d{1,6}(?:\.\d{1,6})?$/, MOST_PERCENT);
  const faults: readonly FormFault[] = [
    ...titleFaults(title),
    ...(form.channelId ? [] : [{ field: 'channel', kind: 'channel-missing' } as const]),
    ...('fault' in who ? [who.fault] : []),
    ...tooManyChosen(form),
    ...('fault' in schedule ? scheduleFaults(form, schedule.fault) : []),
    ...thresholdFaults('absolute', absolute, form.absolute),
    ...thresholdFaults('percent', percent, form.percent),
  ];
  if (faults.length > 0 || 'fault' in who || 'fault' in schedule) return { faults };
  const { channelId, chart, onlyIfChanged, language } = form;
  const thresholds: Thresholds = {
    ...(typeof absolute === 'number' && { absolute }),
    ...(typeof percent === 'number' && { percent }),
  };
  return {
    read: { title, channelId, who: who.who, schedule: schedule.schedule, chart, onlyIfChanged, thresholds, language },
  };
}

/** The faults of menus of which more was chosen than may be. */
export function tooManyChosen({ lists, personIds }: FormWho): readonly FormFault[] {
  return [
    ...(lists.length > MOST_LISTS_CHOSEN ? [{ field: 'lists', kind: 'too-many-lists' } as const] : []),
    ...(personIds.length > MOST_PEOPLE ? [{ field: 'people', kind: 'too-many-people' } as const] : []),
  ];
}

const NOBODY: FormFault = { field: 'lists', kind: 'nobody-named' };

/** The whole of a digest, once it is known whom the form names. */
export function toSpec(
  { who, ...spec }: ReadForm,
  { accounts, unlinked }: Pick<Resolved, 'accounts' | 'unlinked'>,
): { readonly spec: DigestSpec } | { readonly fault: FormFault } {
  const lists = listsOf(who);
  if (accounts.length === 0 && lists.length === 0) {
    return { fault: unlinked.length > 0 ? { field: 'people', kind: 'nobody-linked' } : NOBODY };
  }
  const whole = { ...spec, accounts, lists };
  // It couldn't be edited any more.
  if (toForm(whole).accounts.length > MOST_ACCOUNTS_TEXT)
    return { fault: { field: 'accounts', kind: 'too-many-named' } };
  return { spec: whole };
}

/** Whom to look up when a form is saved. Lists aren't: what they hold is read at every run. */
export function ownOf(who: Who): Who {
  return who.filter(({ kind }) => kind !== 'list');
}

/** Returns the names of the lists that a form names, in the order typed. */
export function listsOf(who: Who): DigestSpec['lists'] {
  return who.flatMap((reference) => (reference.kind === 'list' ? [reference.name] : []));
}

/** Reads whom a form names: lists that were chosen come first, then what was typed, then people. */
export function readFormWho(form: FormWho): { readonly who: Who } | { readonly fault: FormFault } {
  const { lists, accounts, personIds } = form;
  if (accounts.length > MOST_ACCOUNTS_TEXT) return { fault: { field: 'accounts', kind: 'too-many-named' } };
  // A form's text is what was typed; a command's has these three escaped, and mentions in them.
  const words = readWords(accounts.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  if ('kind' in words) return { fault: { field: 'accounts', kind: 'wrong-who', fault: words } };
  const chosen = lists
    .slice(0, MOST_LISTS_CHOSEN)
    .map((name) => ({ kind: 'text', text: `list:${name}`, quoted: false }) as const);
  const badChoice = readWho(chosen, Number.POSITIVE_INFINITY);
  if ('fault' in badChoice) return { fault: toWhoFault('lists', badChoice.fault) };
  const people = personIds.map((personId) => ({ kind: 'person', personId }) as const);
  const read = readWho([...chosen, ...words, ...people], Number.POSITIVE_INFINITY);
  if ('fault' in read) return { fault: toWhoFault('accounts', read.fault) };
  return read.who.length > 0 ? read : { fault: NOBODY };
}

/** A name that no list can have is a list that doesn't exist; which ones there are is added once the store is read. */
function toWhoFault(field: 'lists' | 'accounts', fault: WhoFault): FormFault {
  if (fault.kind !== 'bad-list-name') return { field: 'accounts', kind: 'wrong-who', fault };
  const { word } = fault;
  return { field, kind: 'no-such-list', name: typeof word === 'string' ? word.replace(/^list:/i, '') : '', known: [] };
}

function toTyped({ timing, cron, days, time }: DigestForm, zone: string): TypedSchedule {
  if (timing === 'cron') return { cron: seenOf(cron, MOST_CRON), zone };
  return { days: daysOf(timing) ?? days, time: seenOf(time, MOST_TIME), zone };
}

/** A zone that can't be read hides the other faults of a schedule, so these are looked for in UTC. */
function scheduleFaults(form: DigestForm, fault: ScheduleFault): readonly FormFault[] {
  if (fault.kind !== 'unknown-zone') return [onField(fault)];
  const rest = readSchedule(toTyped(form, 'UTC'));
  return [onField(fault), ...('fault' in rest ? [onField(rest.fault)] : [])];
}

function onField(fault: ScheduleFault): FormFault {
  const fields = {
    'unknown-zone': 'zone',
    'no-days': 'days',
    'not-a-time': 'time',
  } as const;
  const field = fault.kind in fields ? fields[fault.kind as keyof typeof fields] : 'cron';
  return { field, kind: 'wrong-schedule', fault };
}

function titleFaults(title: string): readonly FormFault[] {
  const { length } = [...title];
  if (length === 0) return [{ field: 'title', kind: 'title-missing' }];
  return length > MOST_TITLE ? [{ field: 'title', kind: 'title-too-long', length }] : [];
}

function thresholdFaults(
  field: 'absolute' | 'percent',
  read: ReturnType<typeof readThreshold>,
  text: string,
): readonly FormFault[] {
  return read === 'bad' ? [{ field, kind: 'wrong-threshold', text }] : [];
}
