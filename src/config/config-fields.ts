import { z } from 'zod';
import { ACCOUNT_ID_BYTES } from '../followstats/typed/account-id.ts';
import { faultOfDatabaseUrl } from './database-url.ts';
import { mayHaveCutPassword } from './url-checks.ts';

/* Schemas of what a variable may hold. Each fault follows the variable's name in a sentence, and repeats nothing of the value. */

/** A whole number in decimal digits, from `least` to `most`. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

/** A required token of Slack's. @param is what it is, for people @param prefix by which Slack's tokens of this kind begin */
export const token = (is: string, prefix: string) =>
  required((value) => {
    if (!value.startsWith(prefix)) return `must be ${is}, ${prefix}…`;
    return /^[\w-]+$/.test(value.slice(prefix.length))
      ? undefined
      : `must be ${is}, ${prefix}… with letters, digits, - and _ alone`;
  });

/** A required secret of any printable ASCII but quotes and blanks. @param is what it is, for people @param most characters; any number unless said */
export const secret = (is: string, least: number, most = Number.POSITIVE_INFINITY) =>
  required((value) => {
    if (/["'`]/.test(value)) return `must be ${is}, without quotes`;
    if (/[^\x21-\x7e]/.test(value)) return `must be ${is}, without blanks and of ASCII alone`;
    if (value.length < least) return `must be ${is}, of ${least} characters or more: it is shorter`;
    return value.length > most ? `must be ${is}, of ${most} characters at most: it is longer` : undefined;
  });

/** @param faultOf says what is wrong with a value, without any of it */
function required(faultOf: (value: string) => string | undefined) {
  return z.string({ error: 'is required' }).superRefine((value, context) => {
    const message = faultOf(value);
    if (message) context.addIssue({ code: 'custom', message });
  });
}

/** A Chat UserID. */
export const identifier = z
  .string()
  .regex(/^[\x20-\x7e]+$/, 'must be printable ASCII')
  .max(ACCOUNT_ID_BYTES, `must be at most ${ACCOUNT_ID_BYTES} bytes`);

/** An http(s) address that holds no secret. */
export const url = z.string().refine(isPlainUrl, 'must be an http(s) URL without user, password, query or fragment');

/** The address of a Postgres, as `faultOfDatabaseUrl` checks it. */
export const databaseUrl = z.string().superRefine((value, context) => {
  const message = faultOfDatabaseUrl(value);
  if (message) context.addIssue({ code: 'custom', message });
});

/** A path of the file system. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what isn't allowed
export const path = z.string().regex(/^[^\x00-\x1f\x7f]+$/, 'must be a path without control characters');

/** Ids separated by commas or white space; an empty text is an empty list. */
export const idList = (pattern: RegExp, form: string) =>
  z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .refine((ids) => ids.every((id) => pattern.test(id)), `must be ${form}, comma-separated`);

/** Returns whether a value stands in quotes of one kind. */
export function inQuotes(value: string | undefined): boolean {
  return value !== undefined && /^(["'`])[\s\S]*\1$/.test(value);
}

/** Returns whether a value ends in what its writer meant as a comment. */
export function hasComment(value: string | undefined): boolean {
  return value !== undefined && /\s#(?:\s|$)/.test(value);
}

function isPlainUrl(value: string): boolean {
  if (!URL.canParse(value) || mayHaveCutPassword(value)) return false;
  const { protocol, username, password, search, hash } = new URL(value);
  return /^https?:$/.test(protocol) && username + password + search + hash === '';
}
