import { nameToday } from './zone-names.ts';

/** A country or territory, and its place among the zones of which. */
export interface ZoneCountry {
  /** ISO 3166, two letters. */
  readonly region: string;
  /** 0 for the zone that most people of it live by. */
  readonly place: number;
}

const MAIN: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    AR: 'America/Argentina/Buenos_Aires America/Argentina/Cordoba',
    AU: 'Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Perth Australia/Adelaide Australia/Hobart Australia/Darwin',
    BR: 'America/Sao_Paulo America/Bahia America/Fortaleza America/Recife America/Belem America/Manaus',
    CA: 'America/Toronto America/Vancouver America/Edmonton America/Winnipeg America/Regina America/Halifax America/St_Johns',
    CD: 'Africa/Kinshasa',
    CL: 'America/Santiago',
    CN: 'Asia/Shanghai',
    CY: 'Asia/Nicosia',
    DE: 'Europe/Berlin',
    EC: 'America/Guayaquil',
    ES: 'Europe/Madrid Atlantic/Canary',
    FM: 'Pacific/Pohnpei Pacific/Chuuk',
    GL: 'America/Nuuk',
    ID: 'Asia/Jakarta Asia/Makassar Asia/Jayapura',
    KI: 'Pacific/Tarawa',
    KZ: 'Asia/Almaty',
    MH: 'Pacific/Majuro',
    MN: 'Asia/Ulaanbaatar',
    MX: 'America/Mexico_City America/Monterrey America/Tijuana America/Cancun America/Chihuahua America/Hermosillo',
    MY: 'Asia/Kuala_Lumpur',
    NZ: 'Pacific/Auckland',
    PF: 'Pacific/Tahiti',
    PG: 'Pacific/Port_Moresby',
    PS: 'Asia/Gaza Asia/Hebron',
    PT: 'Europe/Lisbon',
    RU: 'Europe/Moscow Asia/Yekaterinburg Asia/Novosibirsk Europe/Samara Asia/Krasnoyarsk Asia/Irkutsk Asia/Vladivostok',
    UA: 'Europe/Kyiv',
    US: 'America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix America/Anchorage Pacific/Honolulu',
    UZ: 'Asia/Tashkent',
  }).map(([region, zones]) => [region, zones.split(' ')]),
);

/** Asking for the zones of all countries takes some 100 ms, which would hold up everything else: so it is done in pieces. */
const PIECE = 20;

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

let asked: Promise<ReadonlyMap<string, ZoneCountry>> | undefined;

/** The country of each zone, by the zone's name of today, as this runtime knows them. */
export function countriesOfZones(): Promise<ReadonlyMap<string, ZoneCountry>> {
  asked ??= askForZones();
  return asked;
}

async function askForZones(): Promise<ReadonlyMap<string, ZoneCountry>> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const regions = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter((one) => names.of(one));
  const countries = new Map<string, ZoneCountry>();
  for (let from = 0; from < regions.length; from += PIECE) {
    for (const region of regions.slice(from, from + PIECE)) {
      for (const [place, zone] of zonesOf(region).entries()) countries.set(zone, { region, place });
    }
    await new Promise(setImmediate);
  }
  return countries;
}

/** Zones of a country that has several, those by which most people live first; the runtime knows them by name alone. */
export function mainZones(region: string): readonly string[] {
  return MAIN.get(region) ?? [];
}

/** The zones of a country, most used first; none where the code is a former one of another. */
function zonesOf(region: string): readonly string[] {
  const locale = new Intl.Locale(`und-${region}`);
  const zones = locale.region === region ? (locale.getTimeZones() ?? []).map(nameToday) : [];
  const main = mainZones(region).filter((zone) => zones.includes(zone));
  return [...new Set([...main, ...zones])];
}
