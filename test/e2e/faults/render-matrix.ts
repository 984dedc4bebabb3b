import { type Seen, toLoss } from './fault-row.ts';

const HEAD = `# What happens when something is wrong

Written by [its test](e2e/faults/faults.test.ts), which makes each fault real against the running app and compares what it sees
with this file; \`npm run faults\` writes it anew. The person’s side is what Slack was sent, the operator’s are the lines of
the log that aren’t everyday ones, what an admin reads in Slack, the health pages, and the findings of \`npm run doctor\`. What
was lost is counted in answers, posts and rows of the store.
`;

/** The whole file. @param groups by their headings: rows by what is wrong */
export function renderMatrix(groups: ReadonlyMap<string, ReadonlyMap<string, Seen>>): string {
  return `${HEAD}${[...groups].map(([heading, rows]) => renderGroup(heading, rows)).join('')}`;
}

function renderGroup(heading: string, rows: ReadonlyMap<string, Seen>): string {
  const lines = [...rows].map(([fault, seen]) => renderRow([[fault], seen.person, seen.operator, [toLoss(seen.kept)]]));
  return `\n## ${heading}\n\n| fault | what the person sees | what the operator sees | what was lost |\n| --- | --- | --- | --- |\n${lines.join('')}`;
}

function renderRow(cells: readonly (readonly string[])[]): string {
  return `| ${cells.map((lines) => lines.map(toCell).join('<br>')).join(' | ')} |\n`;
}

/** One line of a cell; what is different in each run stands as a word. */
function toCell(text: string): string {
  return text
    .replaceAll(/(?<![\w/])\/(?:tmp|var)\/[\w./-]+/g, 'FOLDER')
    .replaceAll(/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{8}\b/g, 'REFERENCE')
    .replaceAll(/127\.0\.0\.1(?::\d+)?/g, 'HOST')
    .replaceAll(/\b\d+ characters/g, 'N characters')
    .replaceAll(/\bfollowstats_\d+_[\w]+/g, 'DATABASE')
    .replaceAll('\n', '<br>')
    .replaceAll('|', '\\|');
}
