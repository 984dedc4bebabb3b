import type { FormFault, FormWhoFault } from '../../../src/digests/form/digest-form.ts';
import type { ScheduleFault } from '../../../src/digests/schedule/schedule.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';

const word = 'x'.repeat(99);
const lists = (count: number) => Array.from({ length: count }, (_, n) => `list-${n}` as ListName);

const WHO: { readonly [Kind in FormWhoFault['kind']]: Extract<FormWhoFault, { kind: Kind }> } = {
  'unclosed-quote': { kind: 'unclosed-quote', word },
  'text-after-quote': { kind: 'text-after-quote', word },
  'too-long': { kind: 'too-long', word, bytes: 99 },
  'not-printable-ascii': { kind: 'not-printable-ascii', word: 'zoë' },
  'empty-quotes': { kind: 'empty-quotes' },
  'not-an-account': { kind: 'not-an-account', word: { kind: 'person', personId: 'U1' } },
  'too-many': { kind: 'too-many', word, count: 101, max: 100 },
  'too-many-resolved': { kind: 'too-many-resolved', by: { kind: 'group', groupId: 'S1' }, count: 101, max: 100 },
  'too-many-groups': { kind: 'too-many-groups', count: 21, max: 20 },
};

const SCHEDULES: readonly ScheduleFault[] = [
  { kind: 'no-days' },
  { kind: 'not-a-time', text: word },
  ...['', word, 'IST', 'BST', 'CST', 'EST', 'MESZ'].map((text) => ({ kind: 'unknown-zone' as const, text })),
  ...[0, 1, 4].map((count) => ({ kind: 'field-count' as const, count })),
  ...(['minute', 'hour', 'day of the month', 'month', 'weekday'] as const).map((field) => ({
    kind: 'bad-field' as const,
    ...{ field, text: word },
  })),
  { kind: 'too-often', everyMinutes: 1 },
  { kind: 'too-often', everyMinutes: 5 },
  { kind: 'never' },
  { kind: 'cron-too-long' },
];

const PLACES = ['not-yours', 'not-found', 'missing-scope', 'no-answer'] as const;

/** Some kinds are one member of the union. */
type Of<Kind extends FormFault['kind']> = FormFault extends infer One
  ? One extends { readonly kind: infer Kinds }
    ? Kind extends Kinds
      ? Omit<One, 'kind'> & { readonly kind: Kind }
      : never
    : never
  : never;

const FAULTS: { readonly [Kind in FormFault['kind']]: readonly Of<Kind>[] } = {
  'digest-gone': [{ field: 'title', kind: 'digest-gone' }],
  'title-missing': [{ field: 'title', kind: 'title-missing' }],
  'title-too-long': [{ field: 'title', kind: 'title-too-long', length: 70 }],
  'channel-missing': [{ field: 'channel', kind: 'channel-missing' }],
  'place-closed': PLACES.map((fault) => ({ field: 'channel', kind: 'place-closed', fault })),
  'digest-elsewhere': PLACES.map((fault) => ({ field: 'channel', kind: 'digest-elsewhere', fault })),
  'nobody-named': [{ field: 'lists', kind: 'nobody-named' }],
  'too-many-lists': [{ field: 'lists', kind: 'too-many-lists' }],
  'too-many-named': [{ field: 'accounts', kind: 'too-many-named' }],
  'nobody-linked': [{ field: 'people', kind: 'nobody-linked' }],
  'too-many-people': [{ field: 'people', kind: 'too-many-people' }],
  'no-such-list': [0, 3, 200].map((count) => ({
    field: 'lists',
    ...{ kind: 'no-such-list', name: word, known: lists(count) },
  })),
  'wrong-who': Object.values(WHO).map((fault) => ({ field: 'accounts', kind: 'wrong-who', fault })),
  'wrong-schedule': SCHEDULES.map((fault) => ({ field: 'cron', kind: 'wrong-schedule', fault })),
  'wrong-threshold': (['absolute', 'percent'] as const).map((field) => ({
    field,
    kind: 'wrong-threshold',
    text: word,
  })),
};

/** Faults of a digest's form, of every kind: one without a sample doesn't compile. */
export const FORM_FAULTS: readonly FormFault[] = Object.values(FAULTS).flat() as readonly FormFault[];
