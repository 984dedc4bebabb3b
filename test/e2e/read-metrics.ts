/** The labels of a series; those that are left out may have any value. */
type Labels = Readonly<Record<string, string>>;

/** One line of the page. */
export interface Sample {
  /** With `_bucket`, `_sum` or `_count` behind that of a histogram. */
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

/** A page of metrics as it was at one moment. */
export interface MetricsPage {
  readonly text: string;
  readonly samples: readonly Sample[];
  /** The sum over all series of that name that have these labels; 0 for none. */
  sum(name: string, labels?: Labels): number;
}

/** Fetches and reads a page. */
export async function readMetrics(url: string): Promise<MetricsPage> {
  const text = await (await fetch(url)).text();
  const samples = text.split('\n').flatMap((line) => readSample(line) ?? []);
  return {
    text,
    samples,
    sum: (name, labels = {}) =>
      samples
        .filter((one) => one.name === name && Object.entries(labels).every(([label, is]) => one.labels[label] === is))
        .reduce((sum, { value }) => sum + value, 0),
  };
}

function readSample(line: string): Sample | undefined {
  const [, name, labels = '', value] = /^([a-z_]\w*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label, is]) => [label, is] as const);
  return { name, labels: Object.fromEntries(pairs), value: Number(value) };
}

/** Reads the page again and again until it is as wanted; the test's own time limit ends that. */
export async function metricsWhen(url: string, isWanted: (page: MetricsPage) => boolean): Promise<MetricsPage> {
  for (;;) {
    const page = await readMetrics(url);
    if (isWanted(page)) return page;
  }
}
