/** The labels of a series. */
export type Labels = Readonly<Record<string, string>>;

/** One line of a page of metrics. */
export interface Sample {
  /** With `_bucket`, `_sum` or `_count` behind that of a histogram. */
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

/** Reads a page in Prometheus' text format. */
export function readPage(text: string): readonly Sample[] {
  return text.split('\n').flatMap((line) => readSample(line) ?? []);
}

function readSample(line: string): Sample | undefined {
  const [, name, labels = '', value] = /^([a-z_]\w*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label, is]) => [label, is] as const);
  return { name, labels: Object.fromEntries(pairs), value: Number(value) };
}
