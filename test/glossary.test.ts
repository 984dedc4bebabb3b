import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** What a name doesn't say, as a pattern of its parts joined by `-`, and what it says instead. */
const NAMES: readonly (readonly [pattern: string, instead: string])[] = [
  ['un-?told|told|retell', 'notified, pending, logged, rebuilt'],
  ['refusals?|refus(?:e|es|ed|ing)', 'denial (access), rejection (Slack, Chat, HTTP), error'],
  ['wrong', 'fault (bad input)'],
  ['troubles?', 'fault (bad input), failure (an account, a call), error'],
  ['questions?', 'invocation, pending look-up, button value'],
  ['pressed', 'clicked'],
  ['somebody|whoever', 'person, asker, caller'],
  ['passing|lasting|enduring', 'transient, permanent'],
  ['in-time|in-turn', 'withDeadline, withSubjectLock'],
  ['unsaid|doubtful', 'gap, unknown'],
];

/** The same of comments, as a pattern of their text; counts that can't be told apart are plain English. */
const COMMENTS: readonly (readonly [pattern: string, instead: string])[] = [
  ['un-?told|told(?! apart)|retold', 'logged, notified, shown, returned'],
  ['refusals?|refus(?:e|es|ed|ing)', 'denial (access), rejection (Slack, Chat, HTTP), error'],
  ['troubles?', 'fault, failure, error'],
  ['questions?', 'invocation, look-up, command, request'],
  ['somebody|nobody|whoever', 'a person, no caller, callers that'],
  ['he|himself|his', 'it, they'],
];

/** Names that stay: why, and in which files; one that is there no longer fails, too. */
const STAY: readonly { readonly why: string; readonly name: string; readonly files: readonly string[] }[] = [
  {
    why: 'the kind of an answer, as the log and the audit call a denial',
    name: 'refused',
    files: ['src/followstats/commands/answer-rows.ts', 'src/slack/blocks/access/access.ts'],
  },
  { why: 'an outcome, as the audit calls a denial', name: 'refused', files: ['src/slack/words/en/home.ts'] },
  { why: 'an action, as the audit calls a fault', name: 'wrong', files: ['src/slack/words/en/home.ts'] },
  {
    why: 'an error code that the store keeps with runs',
    name: 'upstream_refused',
    files: ['src/errors.ts', 'src/slack/words/en/failures.ts', 'src/slack/blocks/kit/failure-text.ts'],
  },
  { why: 'a field of the log', name: 'refusal', files: ['src/slack/digests/compose-digest-delivery.ts'] },
  { why: 'a field of the log', name: 'refusals', files: ['src/slack/sending/deliver.ts'] },
  {
    why: 'a key of what the store keeps for buttons',
    name: 'question',
    files: ['src/slack/conversation/button-values.ts'],
  },
  {
    why: 'what Slack asks before a control does something',
    name: 'question',
    files: ['src/slack/blocks/kit/command-controls.ts', 'src/slack/blocks/access/rule-controls.ts'],
  },
  { why: 'an emoji of Slack’s', name: 'question', files: ['src/demo/page/blocks/emoji.ts'] },
  { why: 'of the attribute aria-pressed', name: 'pressed', files: ['src/demo/page/sidebar.tsx'] },
];

interface Source {
  readonly path: string;
  /** Its names, the file's among them, by their parts. */
  readonly names: ReadonlyMap<string, string>;
  readonly comments: readonly string[];
}

/** A comment, a text, a pattern (where no division can stand), or a name. */
const TOKEN =
  /(?<comment>\/\*[\s\S]*?\*\/|\/\/.*)|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|(?<=(?:[(,=:[!&|?{};>]|\breturn)\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/|(?<name>[A-Za-z_$][\w$]*)/g;

function readSource(path: string): Source {
  const names = new Set([basename(path).replace(/\.tsx?$/, '')]);
  const comments: string[] = [];
  for (const { groups: { comment, name } = {} } of readFileSync(join(ROOT, path), 'utf8').matchAll(TOKEN)) {
    if (name) names.add(name);
    // What stands in backticks is a name, found where it is declared, or a stored word.
    else if (comment) comments.push(comment.replace(/\n\s*(?:\*|\/\/)?/g, ' ').replace(/`[^`]*`/g, '…'));
  }
  return { path, names: new Map([...names].map((name) => [toParts(name), name])), comments };
}

/** @returns `too-many-http-calls` for `tooManyHTTPCalls` and `TOO_MANY_HTTP_CALLS` */
function toParts(name: string): string {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).join('-').toLowerCase();
}

/** Catalogues of other languages than English: their messages have the names of the English ones. */
const TRANSLATION = /^src\/slack\/words\/(?!en\/)[^/]+\//;

const sources = globSync('src/**/*.{ts,tsx}', { cwd: ROOT })
  .filter((path) => !TRANSLATION.test(path))
  .toSorted()
  .map(readSource);

/** The messages of a translation have the names of the English ones: its compiler sees to that. */
const TRANSLATED = /^src\/slack\/words\/(?!en\/)[^/]+\//;
const named = sources.filter(({ path }) => !TRANSLATED.test(path));

test.each(NAMES)('no name says %s (but %s)', (pattern) => {
  const words = new RegExp(`(?:^|-)(?:${pattern})(?:-|$)`);
  const found = named.flatMap(({ path, names }) =>
    [...names].flatMap(([parts, name]) => (words.test(parts) ? [`${path}: ${name}`] : [])),
  );
  const stay = STAY.flatMap(({ name, files }) => {
    const ours = words.test(toParts(name)) ? files.filter((file) => sources.some(({ path }) => path === file)) : [];
    return ours.map((file) => `${file}: ${name}`);
  });
  expect(found.toSorted()).toEqual(stay.toSorted());
});

test.each(COMMENTS)('no comment says %s (but %s)', (pattern) => {
  const words = new RegExp(`\\b(?:${pattern})\\b`, 'i');
  const found = sources.flatMap(({ path, comments }) =>
    comments.filter((comment) => words.test(comment)).map((comment) => `${path}: ${comment.trim()}`),
  );
  expect(found).toEqual([]);
});
