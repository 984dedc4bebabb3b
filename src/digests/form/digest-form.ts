import type { ChannelId } from '../../followstats/ids.ts';
import type { Language } from '../../followstats/languages.ts';
import type { ResolveFault } from '../../followstats/reports/resolve.ts';
import type { ListName } from '../../followstats/typed/list-name.ts';
import { type WhoFault, writeAccount } from '../../followstats/typed/who.ts';
import type { WordFault } from '../../followstats/typed/words.ts';
import type { PlaceFault } from '../ports.ts';
import { type ScheduleFault, toWeekly, type Weekday } from '../schedule/schedule.ts';
import { toIanaZone } from '../schedule/zone.ts';
import type { DigestSpec } from '../types.ts';

/** The ways to say when a digest comes: on weekdays, every day or chosen days at one time, or by a cron line. */
export const TIMINGS = ['weekdays', 'every-day', 'days', 'cron'] as const;
/** One of `TIMINGS`. */
export type Timing = (typeof TIMINGS)[number];

/** A digest as a person fills it in: all of it as typed, with or without faults. */
export interface DigestForm {
  readonly title: string;
  /** A Slack conversation id; '' while none is chosen. */
  readonly channelId: ChannelId;
  /** Names of lists, chosen from those of the team. */
  readonly lists: readonly string[];
  /** UserIDs, by the rules of a command; what is written `list:NAME` is a list there, too. */
  readonly accounts: string;
  /** Slack people, who stand for the accounts they are linked to when it is saved. */
  readonly personIds: readonly string[];
  /** Which way to say when counts; what was entered for another is kept. */
  readonly timing: Timing;
  readonly days: readonly Weekday[];
  /** `HH:MM`; '' while none is chosen. */
  readonly time: string;
  readonly cron: string;
  readonly zone: string;
  readonly chart: boolean;
  readonly onlyIfChanged: boolean;
  readonly absolute: string;
  readonly percent: string;
  /** In which it is posted; `undefined`: the owner's. */
  readonly language: Language | undefined;
}

/** What is wrong with whom a form names; that there is no such list is a fault of its own. */
export type FormWhoFault = Exclude<WordFault | WhoFault | ResolveFault, { kind: 'unknown-list' | 'bad-list-name' }>;

/** A fault of a form, by the field it stands on. `text`: what was typed, untrusted. */
export type FormFault =
  /** It was deleted while it was edited. */
  | { readonly field: 'title'; readonly kind: 'digest-gone' }
  | { readonly field: 'title'; readonly kind: 'title-missing' }
  | { readonly field: 'title'; readonly kind: 'title-too-long'; readonly length: number }
  | { readonly field: 'channel'; readonly kind: 'channel-missing' }
  /** This person may not point a digest there, or may not change what is posted where the edited one is pointed now. */
  | { readonly field: 'channel'; readonly kind: 'place-closed'; readonly fault: PlaceFault }
  | { readonly field: 'channel'; readonly kind: 'digest-elsewhere'; readonly fault: PlaceFault }
  | { readonly field: 'lists'; readonly kind: 'nobody-named' | 'too-many-lists' }
  | { readonly field: 'accounts'; readonly kind: 'too-many-named' }
  | { readonly field: 'people'; readonly kind: 'nobody-linked' | 'too-many-people' }
  /** `known`: the lists that there are. */
  | {
      readonly field: 'lists' | 'accounts';
      readonly kind: 'no-such-list';
      readonly name: string;
      readonly known: readonly ListName[];
    }
  | { readonly field: 'accounts'; readonly kind: 'wrong-who'; readonly fault: FormWhoFault }
  | {
      readonly field: 'days' | 'time' | 'cron' | 'zone';
      readonly kind: 'wrong-schedule';
      readonly fault: ScheduleFault;
    }
  | { readonly field: 'absolute' | 'percent'; readonly kind: 'wrong-threshold'; readonly text: string };

/** What one field of a form holds; more accounts than fit here belong on a list. */
export const MOST_ACCOUNTS_TEXT = 3000;
/** Lists chosen in one form: as many as Slack offers at once. */
export const MOST_LISTS_CHOSEN = 100;
/** People chosen in one form: each is a link to look up when it is saved. */
export const MOST_PEOPLE = 100;

/** The fault of a form whose digest was deleted meanwhile; it stands on the first field. */
export const DIGEST_GONE: FormFault = { field: 'title', kind: 'digest-gone' };

/** Returns the faults of a form in one word for the audit: the first one, without what was typed. */
export function firstKind([first = DIGEST_GONE]: readonly FormFault[]): FormFault['kind'] {
  return first.kind;
}

/** What a new digest begins with. */
export function emptyForm(zone: string): DigestForm {
  return {
    title: '',
    channelId: '',
    lists: [],
    accounts: '',
    personIds: [],
    timing: 'weekdays',
    days: WORKDAYS,
    time: '09:00',
    cron: '',
    zone,
    chart: true,
    onlyIfChanged: false,
    absolute: '',
    percent: '',
    language: undefined,
  };
}

/** A digest as a form shows it: `readForm` reads the same one back. */
export function toForm({ schedule, thresholds, ...spec }: DigestSpec): DigestForm {
  const weekly = toWeekly(schedule);
  const typedLists = spec.lists.slice(MOST_LISTS_CHOSEN).map((name) => `list:${name}`);
  return {
    ...emptyForm(toIanaZone(schedule.zone)),
    title: spec.title,
    channelId: spec.channelId,
    lists: spec.lists.slice(0, MOST_LISTS_CHOSEN),
    accounts: [...spec.accounts.map(writeAccount), ...typedLists].join(' '),
    timing: weekly ? timingOf(weekly.days) : 'cron',
    ...weekly,
    cron: schedule.line,
    chart: spec.chart,
    onlyIfChanged: spec.onlyIfChanged,
    absolute: thresholds.absolute?.toString() ?? '',
    percent: thresholds.percent?.toString() ?? '',
    language: spec.language,
  };
}

function timingOf(days: readonly Weekday[]): Timing {
  const written = days.join('');
  if (written === EVERY_DAY.join('')) return 'every-day';
  return written === WORKDAYS.join('') ? 'weekdays' : 'days';
}

/** The days that a way to say when stands for; `undefined` where they are chosen one by one, or not at all. */
export function daysOf(timing: Timing): readonly Weekday[] | undefined {
  if (timing === 'every-day') return EVERY_DAY;
  return timing === 'weekdays' ? WORKDAYS : undefined;
}

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const EVERY_DAY: readonly Weekday[] = [...WORKDAYS, 6, 7];
