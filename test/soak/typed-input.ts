import { emptyForm } from '../../src/digests/form/digest-form.ts';
import { readForm } from '../../src/digests/form/read-form.ts';
import { readCronLine } from '../../src/digests/schedule/cron-line.ts';
import { readSchedule } from '../../src/digests/schedule/schedule.ts';
import { readCommand, readWritten } from '../../src/followstats/commands/command.ts';
import { nearest } from '../../src/followstats/typed/nearest.ts';
import { describeFault } from '../../src/slack/blocks/commands/fault-text.ts';
import { toText } from '../../src/slack/blocks/kit/inline.ts';
import { readMentions } from '../../src/slack/lookups/mentions.ts';
import { readerOf } from '../slack/readers.ts';

/** What one kind of input took. */
export interface InputTime {
  readonly kind: string;
  /** In UTF-16 units of text; in values, of messages. */
  readonly size: number;
  readonly ms: number;
  /** What twice as much took, as a multiple of it: about 2 where time is in proportion to size. */
  readonly ratio: number;
}

interface Options {
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Milliseconds of a clock that nothing sets back. */
  readonly now: () => number;
  /** Each is read over and over for so long, milliseconds of that clock. */
  readonly timeMs: number;
}

interface Input {
  readonly kind: string;
  readonly size: number;
  /** Makes an input of a size, and what reads it. */
  readonly make: (size: number) => () => unknown;
}

const MOST_ACCOUNTS = 100;
const LETTERS = [
  'a',
  'Z',
  '7',
  ' ',
  ',',
  ';',
  '"',
  '“',
  '\\',
  '<',
  '>',
  '|',
  '@',
  '&amp;',
  '&lt;',
  '\u200b',
  '小',
  '<@U1|x>',
];
const LIST_NAMES = Array.from({ length: 200 }, (_, n) => `creators-${n}`);
const FORM = { ...emptyForm('UTC'), title: 'x', channelId: 'C1', accounts: 'alice' };

/** Times everything a person can type, at one size and at twice that. What is refused unread takes no time at either. */
export function timeTypedInput({ random, now, timeMs }: Options): readonly InputTime[] {
  const text = (pieces: readonly string[]) => (size: number) => {
    let made = '';
    while (made.length < size) made += pieces[Math.floor(random() * pieces.length)];
    return made.slice(0, size);
  };

  /** Twice as much still fits the longest command. */
  const commands = Object.entries({
    'of anything': LETTERS,
    'of one word': ['x'],
    'of opening brackets': ['<'],
    'of open quotes': ['"x '],
    'of unseen characters': ['\u200b'],
    'of list names': LIST_NAMES.map((name) => `list:${name} `),
    'of mentions': ['<@U012345> '],
  }).map(([kind, pieces]): Input => {
    return { kind: `command ${kind}`, size: 20_000, make: (size) => bind(sayCommand, text(pieces)(size)) };
  });

  const inputs: readonly Input[] = [
    ...commands,
    { kind: 'command too long', size: 1_000_000, make: (size) => bind(sayCommand, text(LETTERS)(size)) },
    { kind: 'button text', size: 50_000, make: (size) => bind(sayWritten, text(['alice ', '"a b" '])(size)) },
    { kind: 'mistyped list name', size: 20_000, make: (size) => bind(sayNearest, text(['x'])(size)) },
    { kind: 'link', size: 18_000, make: (size) => bind(sayCommand, `link <@U1> ${text(['x', ';'])(size)}`) },
    {
      kind: 'access subjects',
      size: 18_000,
      make: (size) => bind(sayCommand, `allow ${text(['<@U1> ', '@x '])(size)}`),
    },
    { kind: 'form, accounts', size: 1500, make: (size) => bind(readForm, { ...FORM, accounts: text(LETTERS)(size) }) },
    {
      kind: 'form, accounts too long',
      size: 500_000,
      make: (size) => bind(readForm, { ...FORM, accounts: text(LETTERS)(size) }),
    },
    {
      kind: 'form, title of emoji',
      size: 600,
      make: (size) => bind(readForm, { ...FORM, title: text(['👨‍👩‍👧'])(size) }),
    },
    { kind: 'form, number', size: 500_000, make: (size) => bind(readForm, { ...FORM, percent: text(['1'])(size) }) },
    { kind: 'form, zone', size: 500_000, make: (size) => bind(readForm, { ...FORM, zone: text(['Europe/'])(size) }) },
    {
      kind: 'cron line',
      size: 50,
      make: (size) => bind(readCronLine, `0 9 ${text(['1,', '5,', '29,'])(size - 9)}1 * *`),
    },
    { kind: 'cron line too long', size: 500_000, make: (size) => bind(readCronLine, text(['1,', '* '])(size)) },
    {
      kind: 'message, text',
      size: 20_000,
      make: (size) => bind(readMentions, { text: text(['<@U1> ', '`', '<', '\n'])(size) }),
    },
    { kind: 'message, depth', size: 80_000, make: (size) => bind(readMentions, { blocks: nested(size) }) },
    { kind: 'message, elements', size: 50_000, make: (size) => bind(readMentions, { blocks: wide(size) }) },
    { kind: 'message, attachments', size: 10_000, make: (size) => bind(readMentions, { attachments: wide(size) }) },
  ];

  function timeOf(read: () => unknown): number {
    read(); // compiled by then
    let times = 0;
    const startedAt = now();
    for (let passed = 0; passed < timeMs; passed = now() - startedAt) {
      read();
      times += 1;
    }
    return (now() - startedAt) / times;
  }

  return inputs.map(({ kind, size, make }) => {
    const ms = timeOf(make(size));
    return { kind, size, ms, ratio: timeOf(make(size * 2)) / ms };
  });
}

/** Lines that a person could type, the slow ones among them: each as it is read when a form shows its next runs. */
const LINES = [
  '0 9 * * 1-5',
  '0 9 29 2 *',
  '0 9 29 2 +MON',
  '0 9 30 2 *',
  '0 9 31W 2 *',
  '0 9 1W 1 +1#5',
  '0,50 0,23 L * *',
  '0,50 0,23 29 2 *',
];

/** Times the reading of schedules, whose lines are too short to grow. @returns milliseconds of each line */
export function timeSchedules({ now }: Pick<Options, 'now'>): ReadonlyMap<string, number> {
  const read = (line: string) => readSchedule({ cron: line, zone: 'Europe/Berlin' });
  const times = 5;
  return new Map(
    LINES.map((line) => {
      const startedAt = now();
      for (let n = 0; n < times; n += 1) read(line);
      return [line, (now() - startedAt) / times];
    }),
  );
}

function bind<Given>(read: (given: Given) => unknown, given: Given): () => unknown {
  return () => read(given);
}

/** What a command costs in all: reading it, and saying what is wrong with it. */
function sayCommand(typed: string): unknown {
  const command = readCommand(typed, MOST_ACCOUNTS);
  return command.kind === 'fault' ? toText(describeFault(readerOf(), command.fault)) : command;
}

const sayWritten = (written: string): unknown => readWritten(written, MOST_ACCOUNTS);
const sayNearest = (word: string): unknown => nearest(word, LIST_NAMES, 2);

function nested(depth: number): unknown {
  let value: unknown = { type: 'user', user_id: 'U1' };
  for (let n = 0; n < depth; n += 1) value = [value];
  return value;
}

const wide = (count: number): readonly unknown[] => Array.from({ length: count }, () => ({ text: '<@U1>' }));
