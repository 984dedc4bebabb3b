import { type FieldReport, type Outcome, type Trial, unmet } from '../../field-report.ts';

const SECTIONS: readonly (readonly [Outcome, heading: string])[] = [
  ['refused', 'Refused'],
  ['answered', 'Answers to what was open'],
  ['not tried', 'Not tried'],
  ['taken', 'Taken'],
];

/** A report for people: what was rejected first, and what the app can't do without marked. */
export function toMarkdown({ date, mode, trials, leftBehind }: FieldReport): string {
  const parts = SECTIONS.map(([outcome, heading]) => sectionOf(outcome, heading, trials));
  const left = leftBehind.length > 0 ? ['## Left behind', '', ...leftBehind.map((what) => `- ${plain(what)}`), ''] : [];
  return [
    `# followstats field test, ${date}`,
    '',
    `${summaryOf(trials)} Slack by ${mode === 'http' ? 'HTTP' : 'Socket Mode'}.`,
    '',
    ...left,
    ...parts.flat(),
  ].join('\n');
}

/** How many came to what, in one sentence. */
export function summaryOf(trials: readonly Trial[]): string {
  const count = (wanted: Outcome) => trials.filter(({ outcome }) => outcome === wanted).length;
  const of = (wanted: Outcome) => unmet(trials).filter(({ outcome }) => outcome === wanted).length;
  const untried = of('not tried') > 0 ? ` (the app depends on ${of('not tried')} of them)` : '';
  return `${count('refused')} refused (the app depends on ${of('refused')} of them), ${count('taken')} taken, ${count('answered')} open points answered, ${count('not tried')} not tried${untried}.`;
}

const MOST_REASONS = 5;

/** Why what the app depends on was not taken, for the terminal: a line each reason, the most frequent first, with what it was said of. */
export function* needLines(trials: readonly Trial[]): Iterable<string> {
  const byReason = [...Map.groupBy(unmet(trials), ({ detail }) => detail)];
  const sorted = byReason.toSorted(([, some], [, others]) => others.length - some.length);
  for (const [reason, [first, ...others]] of sorted.slice(0, MOST_REASONS)) {
    const more = others.length > 0 ? `, and ${others.length} more` : '';
    yield `Needed: ${first?.tried}${more}. ${reason}`.replace(/\p{C}/gu, '\ufffd');
  }
  if (sorted.length > MOST_REASONS) yield `Needed, too: what has ${sorted.length - MOST_REASONS} more reasons.`;
}

function sectionOf(outcome: Outcome, heading: string, trials: readonly Trial[]): readonly string[] {
  const own = trials.filter((trial) => trial.outcome === outcome);
  if (own.length === 0) return [];
  const rows = own.map(({ id, tried, detail, isNeeded, rejection }) => {
    const messages = rejection?.messages.length ? ` ${rejection.messages.join(' ')}` : '';
    return `| ${isNeeded ? '**needed** ' : ''}${plain(tried)} | ${plain(detail + messages)} | \`${plain(id)}\` |`;
  });
  return [`## ${heading}`, '', '| tried | came to | id |', '| --- | --- | --- |', ...rows, ''];
}

/** Slack's and Chat's words must neither end a cell nor be read as markup. */
const plain = (text: string): string => text.replace(/\p{C}/gu, '\ufffd').replace(/[|<>`]/g, (one) => `\\${one}`);
