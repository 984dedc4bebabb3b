import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Literal, readLiterals } from './read-literals.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FILES = ['src/slack/**/*.ts', 'src/{digests,followstats,tencent,lookup}/**/*.ts', 'src/errors.ts'];

/** Letters, a space, letters; or a piece that is put together with others at its space. `…` stands for what is filled in. */
const PROSE = /[\p{L}…][^\p{L}…]* [^\p{L}…]*[\p{L}…]|^ .*\p{L}|\p{L}.* $/u;
const WORD = /\p{L}{2}/u;
/** Among blocks a single capitalised word, too: titles and labels. */
const LABEL = /^\p{Lu}\p{Ll}/u;

/** What only operators read, commands as they are typed, which are the same in every language, and lists of names in one text. */
const EXEMPT = [
  /(^|\.)(log|logger)\.\w*$/,
  /^new \w*(Error|Failed)$|^super$/,
  /^(typed|example|command|shows|QUOTED|SHOWS_\w+|\w*EXAMPLES?)$/,
  /\.split$/,
  // Their message is a log’s.
  /^(apologize|logBug)$/,
];

/** Texts that read like prose and are none that people read in Slack: why, and how they begin. */
const ALLOWED: Readonly<Record<string, readonly [why: string, ...starts: string[]]>> = {
  'src/slack/names.ts': ['Slack keeps the manifest’s names, one for all languages', 'Look up follow stats'],
  'src/slack/blocks/kit/inline.ts': ['a time zone and a format of Slack’s', '{date_short_pretty}', '… UTC'],
  'src/slack/blocks/digests/digest-controls.ts': ['commands', 'digest … …', 'digest list', 'digest list …'],
  'src/slack/controls/ask-form-state.ts': [
    'beginnings of commands',
    'link <@…>',
    'list add …',
    'list remove …',
    'list create',
  ],
  'src/slack/conversation/button-values.ts': ['a key', 'kept …'],
  'src/slack/digests/tell-owner.ts': ['for the log', 'the owner of a digest was not notified'],
  'src/slack/watches/watch-owner-notices.ts': ['for the log', 'the owner of a watch was not notified'],
  'src/slack/digests/compose-digest-delivery.ts': ['for the log', 'the post of a digest cannot be looked for'],
  'src/slack/digests/digest-finder.ts': ['for the log', 'too many messages since'],
  'src/slack/web-api/web-api.ts': ['for the log', 'an answer that is not Slack’s', 'HTTP …', 'no answer'],
  'src/slack/web-api/probe-slack.ts': ['for operators', 'no address', 'no answer in time', 'the answer broke off'],
  'src/slack/sending/post-json.ts': ['a header', 'application/json'],
  'src/slack/connection/connect-error.ts': ['for operators', 'the WebSocket was refused'],
  'src/slack/connection/events-route.ts': ['for the log', 'Socket Mode takes none', 'starting or stopping'],
  'src/slack/connection/http-receiver.ts': ['for the log', 'its signature is not that of its body'],
  'src/slack/connection/request-headers.ts': ['for the log', 'it has ', 'its x-slack-', 'it is ', 'its time '],
  'src/slack/connection/socket-frames.ts': ['for the log', 'it is ', 'its type is unknown', 'its … is not'],
  'src/lookup/batching/in-flight.ts': ['an error’s message', 'the deadline passed with'],
  'src/followstats/typed/who.ts': ['a command', 'lookup …'],
  'src/followstats/history/read.ts': ['commands', 'history … …'],
  'src/followstats/changes/read.ts': ['commands', 'changes … …'],
  'src/tencent/webhook.ts': ['an issue of a shape', 'no UserID'],
  'src/followstats/digests/subcommand.ts': ['a command', 'digest list'],
  'src/followstats/watches/subcommand.ts': ['a command', 'watch list'],
  'src/digests/watches/look-at-watch.ts': ['the name of a caller', 'watch …'],
  'src/slack/watches/compose-watches.ts': ['for the log', 'the post of an alert'],
  'src/slack/blocks/watches/watch-controls.ts': ['a command', 'watch '],
  'src/followstats/lists/subcommand.ts': ['a command', 'list show …'],
  'src/followstats/reports/subcommand.ts': ['for the log', '… after …'],
  'src/followstats/access/authorize.ts': ['for the audit', 'granted by …'],
  'src/followstats/access/subcommand.ts': ['for the audit', 'person …'],
  'src/followstats/audit/details.ts': ['what operators read of the audit', ''],
  'src/digests/delivery/prepare-post.ts': ['a caller of look-ups', 'digest …'],
  'src/digests/schedule/cron-line.ts': ['a field’s name, which its words are found by', 'day of the month'],
  'src/digests/schedule/zone-places.ts': ['names of places', ''],
  'src/digests/schedule/zone-countries.ts': ['names of time zones', ''],
  'src/digests/schedule/zone-country-names.ts': ['names of places', ''],
  'src/digests/schedule/zone-abbreviations.ts': ['names of time zones', ''],
};

/** The field test is an operator's: it writes to them and their sandbox alone, in the English of the command line. */
const FIELD_TEST = ['src/slack/field-test/**', 'src/tencent/probes/**'];

const files = globSync(FILES, { cwd: ROOT, exclude: ['src/slack/words/**', ...FIELD_TEST] });

function isProse({ text, within }: Literal, file: string): boolean {
  const isRead = WORD.test(text) && (PROSE.test(text) || (file.startsWith('src/slack/blocks/') && LABEL.test(text)));
  return isRead && !within.some((name) => EXEMPT.some((pattern) => pattern.test(name)));
}

function proseIn(file: string): readonly string[] {
  return readLiterals(readFileSync(join(ROOT, file), 'utf8'))
    .filter((literal) => isProse(literal, file))
    .map(({ text }) => text);
}

test.each(files)('%s holds no sentence outside the catalogues', (file) => {
  const [, ...starts] = ALLOWED[file] ?? [''];
  expect(proseIn(file).filter((text) => !starts.some((start) => text.startsWith(start)))).toEqual([]);
});

test.each(Object.entries(ALLOWED))('%s still holds what it may', (file, [, ...starts]) => {
  const prose = proseIn(file);
  expect(starts.filter((start) => !prose.some((text) => text.startsWith(start)))).toEqual([]);
});

const read = (source: string) => readLiterals(source).filter((literal) => isProse(literal, 'src/slack/blocks/x.ts'));

test.each([
  ['a sentence', 'const a = "There is none.";'],
  ['a piece of one', 'const a = [name, " is gone"];'],
  ['a template', 'const a = `$' + '{n} accounts`;'],
  ['a template with a choice', 'const a = `$' + '{n} account$' + '{n === 1 ? "" : "s"}`;'],
  ['a label', 'const a = field("Title");'],
  ['a sentence in a tuple that is typed', 'const a = ["to do", "there is"] as const satisfies readonly string[];'],
])('%s is found', (_, source) => {
  expect(read(source)).not.toEqual([]);
});

test.each([
  ['a log’s line', 'log.warn({ err }, "it could not be read");'],
  ['an error’s message', 'throw new AppError("out_of_time", `no answer within $' + '{ms} ms`);'],
  ['a type', 'type A = "one two" | "three four";'],
  ['an import', 'import a from "some where";'],
  ['a command', 'const a = typed("list create creators alice bob");'],
  ['ids', 'const a = ["digest-list", `list:$' + '{name}`, "U1"];'],
])('%s is none', (_, source) => {
  expect(read(source)).toEqual([]);
});
