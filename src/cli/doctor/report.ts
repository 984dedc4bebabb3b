import type { Check, CheckStatus } from './check.ts';

const MARKS: Readonly<Record<CheckStatus, string>> = { ok: '✓', warn: '!', fail: '✗', skip: '–' };
/** SGR codes: green, yellow, red, grey. */
const COLOURS: Readonly<Record<CheckStatus, number>> = { ok: 32, warn: 33, fail: 31, skip: 90 };

/** Whether nothing failed; warnings are no failures. */
export const isWell = (checks: readonly Check[]): boolean => checks.every(({ status }) => status !== 'fail');

/** For people: a line each, what to do below it, and what it comes to. */
export function* peopleLines(checks: readonly Check[], hasColours: boolean): Iterable<string> {
  for (const { id, status, what, fix } of checks) {
    const mark = `${MARKS[status]} ${id}`;
    const [first = '', ...others] = what.split('\n').map(plain);
    yield `${hasColours ? `\u001b[${COLOURS[status]}m${mark}\u001b[0m` : mark}: ${first}`;
    for (const other of others) yield `  ${other}`;
    if (fix !== null) yield `    ${plain(fix)}`;
  }
  yield `${count(checks, 'fail')} failed, ${count(checks, 'warn')} to look at, ${count(checks, 'skip')} skipped, ${count(checks, 'ok')} fine.`;
}

/** For programs: one object. */
export function toJson(checks: readonly Check[]): string {
  const listed = checks.map(({ id, status, what, fix }) => ({ id, status, what, fix }));
  return JSON.stringify({ ok: isWell(checks), checks: listed }, undefined, 2);
}

/**
 * For `slack doctor`: what its `doctor` hook answers with (slackapi/slack-cli, cmd/doctor/doctor.go, where an error is an object and
 * not, as its page says, a text).
 */
export function toHookJson(checks: readonly Check[]): string {
  const versions = checks.map(({ id, status, what, fix }) => {
    const message = [...what.split('\n'), ...(fix === null ? [] : [fix])].join(' ');
    return { name: id, current: status, ...(status === 'fail' ? { error: { message } } : { message }) };
  });
  return JSON.stringify({ versions });
}

const count = (checks: readonly Check[], wanted: CheckStatus): number =>
  checks.filter(({ status }) => status === wanted).length;

/** Control characters in what others wrote must not reach the terminal. */
const plain = (text: string): string => text.replace(/\p{C}/gu, '\ufffd');
