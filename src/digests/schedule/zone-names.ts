import { mayBeZone, readZone, type Zone } from './zone.ts';

/** Older names, by which the runtime still calls some zones, and what the IANA database calls them today. */
const TODAY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'Africa/Asmera': 'Africa/Asmara',
    'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
    'America/Catamarca': 'America/Argentina/Catamarca',
    'America/Coral_Harbour': 'America/Atikokan',
    'America/Cordoba': 'America/Argentina/Cordoba',
    'America/Godthab': 'America/Nuuk',
    'America/Indianapolis': 'America/Indiana/Indianapolis',
    'America/Jujuy': 'America/Argentina/Jujuy',
    'America/Louisville': 'America/Kentucky/Louisville',
    'America/Mendoza': 'America/Argentina/Mendoza',
    'Asia/Calcutta': 'Asia/Kolkata',
    'Asia/Katmandu': 'Asia/Kathmandu',
    'Asia/Rangoon': 'Asia/Yangon',
    'Asia/Saigon': 'Asia/Ho_Chi_Minh',
    'Atlantic/Faeroe': 'Atlantic/Faroe',
    'Europe/Kiev': 'Europe/Kyiv',
    'Pacific/Enderbury': 'Pacific/Kanton',
    'Pacific/Ponape': 'Pacific/Pohnpei',
    'Pacific/Truk': 'Pacific/Chuuk',
  }),
);

const OLDER: ReadonlyMap<string, string> = new Map([...TODAY].map(([older, today]) => [today, older]));

/** A zone to choose, under each of the names by which a person may look for it. */
export interface NamedZone {
  /** By its name of today. */
  readonly zone: Zone;
  readonly older: string | undefined;
}

/** Every zone with a clock of its own that this runtime knows, each once, by name; UTC among them. */
export function listZones(): readonly NamedZone[] {
  const own = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')].filter(mayBeZone));
  const names = new Set([...own].map(nameToday));
  return [...names].sort().flatMap((name) => {
    // The runtime needn't be asked about its own names: that takes a tenth of a second for all, in which nothing else runs.
    const zone = own.has(name) ? (name as Zone) : readZone(name);
    return zone ? [{ zone, older: OLDER.get(name) }] : [];
  });
}

/** The zone that any name of the database stands for, by its name of today: `US/Pacific` is `America/Los_Angeles`. */
export function toNamedZone(text: string): Zone | undefined {
  const zone = readZone(text);
  if (!zone) return undefined;
  return nameToday(new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone) as Zone;
}

/** What the database calls a zone of the runtime's today. */
export const nameToday = (name: string): string => TODAY.get(name) ?? name;
