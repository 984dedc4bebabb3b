import { type Labels, readPage, type Sample } from '../read-page.ts';

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
  const samples = readPage(text);
  return {
    text,
    samples,
    sum: (name, labels = {}) =>
      samples
        .filter((one) => one.name === name && Object.entries(labels).every(([label, is]) => one.labels[label] === is))
        .reduce((sum, { value }) => sum + value, 0),
  };
}

/** Reads the page again and again until it is as wanted; the test's own time limit ends that. */
export async function metricsWhen(url: string, isWanted: (page: MetricsPage) => boolean): Promise<MetricsPage> {
  for (;;) {
    const page = await readMetrics(url);
    if (isWanted(page)) return page;
  }
}
