/** Secrets of one app, and where else they are found. */
export interface Canaries {
  /** Adds one that came up later, as a signature does. */
  add(name: string, value: string): void;
  /** Looks for them as they are, in a URL, in JSON, in base64 and in hex, and for the larger half of each. @returns their names */
  findIn(text: string): readonly string[];
}

/** A secret shorter than this would be found by chance. */
const SHORTEST = 12;

/** @param values name → secret, each unlike any other text there is */
export function createCanaries(values: Readonly<Record<string, string>>): Canaries {
  const forms = new Map<string, readonly string[]>();
  const canaries: Canaries = {
    add(name, value) {
      if (value.length < SHORTEST) throw new Error(`${name} is too short to be looked for`);
      forms.set(name, formsOf(value));
    },
    findIn: (text) => [...forms].flatMap(([name, ofOne]) => (ofOne.some((form) => text.includes(form)) ? [name] : [])),
  };
  for (const [name, value] of Object.entries(values)) canaries.add(name, value);
  return canaries;
}

function formsOf(value: string): readonly string[] {
  // Whoever cuts a secret short leaves one of these.
  const half = Math.ceil(value.length / 2) + 1;
  const halves = [value.slice(0, half), value.slice(-half)].filter((part) => part.length >= SHORTEST);
  return [value, ...halves].flatMap((part) => [
    ...[part, encodeURIComponent(part), JSON.stringify(part).slice(1, -1)],
    ...[Buffer.from(part).toString('hex'), ...base64Of(part)],
  ]);
}

/** As it may stand in the middle of a longer text: base64 depends on where among three bytes it begins. */
function base64Of(value: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.from(`${'x'.repeat(before)}${value}`)
      .toString('base64')
      .replace(/=+$/, '');
    // The first characters hold what stands before, the last what comes behind.
    return encoded.slice(before === 0 ? 0 : before + 1, -1);
  });
}
