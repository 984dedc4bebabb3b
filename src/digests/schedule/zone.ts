/** A time zone of the IANA database that this runtime knows, like `Europe/Berlin`. */
export type Zone = string & { readonly __brand: 'Zone' };

/** The longest text that is read as a zone, in UTF-16 units; the database's longest name has 30. */
export const MOST_ZONE = 60;

/**
 * The database's names without a slash. New ones are always `Area/Location`, so that these are all there will ever be
 * (theory.html of the tz database, "Timezone identifiers"). `Factory` is left out: it stands for no place.
 */
const WITHOUT_SLASH: ReadonlySet<string> = new Set(
  (
    'cet cst6cdt cuba eet est est5edt egypt eire gb gb-eire gmt gmt+0 gmt-0 gmt0 greenwich hst hongkong iceland iran ' +
    'israel jamaica japan kwajalein libya met mst mst7mdt nz nz-chat navajo prc pst8pdt poland portugal roc rok ' +
    'singapore turkey uct utc universal w-su wet zulu'
  ).split(' '),
);

/** What the runtime's ICU knows beside the database's names: System V's zones, and one that the database has dropped. */
const ICU_ONLY = /^(?:systemv\/|us\/pacific-new$)/;

/**
 * Takes text as a name of the IANA database: case doesn't count, old names (`US/Eastern`) stay as they were typed. Bare
 * offsets (`+02:00`) are rejected, since they know no daylight saving, and so are the abbreviations that ICU takes for zones:
 * its `BST` is Dhaka's, and its `CST` Chicago's.
 * @param text of any length
 */
export function readZone(text: string): Zone | undefined {
  if (text.length > MOST_ZONE) return undefined;
  const typed = text.trim();
  if (!mayBeZone(typed)) return undefined;
  const known = nameByRuntime(typed);
  if (known === undefined) return undefined;
  return (known.toLowerCase() === typed.toLowerCase() ? known : typed) as Zone;
}

/** Whether text can be a name of the database; whether the runtime knows it takes far longer to find out. */
export function mayBeZone(text: string): boolean {
  const name = text.toLowerCase();
  if (!/^[a-z]/.test(name) || ICU_ONLY.test(name)) return false;
  return name.includes('/') || WITHOUT_SLASH.has(name);
}

/**
 * The name under which a zone that is kept can be read again. Earlier versions took ICU's abbreviations, whose digests go on
 * as they are: `BST` comes back as `Asia/Dhaka`, by whose clock it has always run.
 */
export function toIanaZone(zone: Zone): Zone {
  return readZone(zone) ?? ((nameByRuntime(zone) ?? zone) as Zone);
}

function nameByRuntime(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
