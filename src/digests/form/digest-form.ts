import type { ChannelId } from '../../followstats/ids.ts';
import type { Language } from '../../followstats/languages.ts';
import type { ResolveFault } from '../../followstats/reports/resolve.ts';
import { type WhoFault, writeAccount } from '../../followstats/typed/who.ts';
import type { WordFault } from '../../followstats/typed/words.ts';
import type { PlaceFault } from '../ports.ts';
import { type ScheduleFault, toWeekly, type Weekday } from '../schedule/schedule.ts';
import { toIanaZone } from '../schedule/zone.ts';
import type { DigestSpec } from '../types.ts';

/** A digest as a person fills it in: all of it as typed, with or without faults. */
export interface DigestForm {
  readonly title: string;
  /** A Slack conversation id; '' while none is chosen. */
  readonly channelId: ChannelId;
  /** UserIDs and lists, by the rules of a command. */
  readonly accounts: string;
  /** Slack people, who stand for the accounts they are linked to when it is saved. */
  readonly personIds: readonly string[];
  /** Which of the two ways to write a schedule counts; what was typed into the other is kept. */
  readonly timing: 'weekly' | 'cron';
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
  | { readonly field: 'accounts'; readonly kind: 'nobody-named' | 'nobody-linked' | 'too-many-named' }
  | { readonly field: 'people'; readonly kind: 'too-many-people' }
  | { readonly field: 'accounts'; readonly kind: 'wrong-who'; readonly fault: WordFault | WhoFault | ResolveFault }
  | {
      readonly field: 'days' | 'time' | 'cron' | 'zone';
      readonly kind: 'wrong-schedule';
      readonly fault: ScheduleFault;
    }
  | { readonly field: 'absolute' | 'percent'; readonly kind: 'wrong-threshold'; readonly text: string };

/** What one field of a form holds; more accounts than fit here belong on a list. */
export const MOST_ACCOUNTS_TEXT = 3000;
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
    accounts: '',
    personIds: [],
    timing: 'weekly',
    days: [1, 2, 3, 4, 5],
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
  return {
    ...emptyForm(toIanaZone(schedule.zone)),
    title: spec.title,
    channelId: spec.channelId,
    accounts: [...spec.accounts.map(writeAccount), ...spec.lists.map((name) => `list:${name}`)].join('\n'),
    timing: weekly ? 'weekly' : 'cron',
    ...weekly,
    cron: schedule.line,
    chart: spec.chart,
    onlyIfChanged: spec.onlyIfChanged,
    absolute: thresholds.absolute?.toString() ?? '',
    percent: thresholds.percent?.toString() ?? '',
    language: spec.language,
  };
}
