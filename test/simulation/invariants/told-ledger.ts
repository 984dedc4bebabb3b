/** What an answer says of how an account's followers came from one number to another. */
export interface ToldLedger {
  /** `undefined`: of several accounts together. */
  readonly account: string | undefined;
  readonly opening: number;
  readonly came: number;
  readonly left: number;
  readonly unexplained: number;
  readonly closing: number;
}

const COUNT = String.raw`(\d[\d,]*)`;
const LEDGER = String.raw`${COUNT} \+ ${COUNT} came − ${COUNT} left(?: ([+−]) ${COUNT} unexplained)? = ${COUNT}`;
/** Of a single account, below its counts. */
const ONE = new RegExp(String.raw`^(account-\d+)(?: \([^)]*\))?: ${COUNT} followers?[^\n]*\n${LEDGER}\.`, 'm');
const EACH = new RegExp(String.raw`^(account-\d+)(?: \([^)]*\))?: ${LEDGER}$`, 'gm');
const TOGETHER = new RegExp(String.raw`^Together: ${LEDGER}\.`, 'm');

/** Reads every ledger in the text of an answer. */
export function readToldLedgers(text: string): readonly ToldLedger[] {
  const [, only, , ...numbers] = ONE.exec(text) ?? [];
  const [together, ...sum] = TOGETHER.exec(text) ?? [];
  return [
    ...(only === undefined ? [] : [toLedger(only, numbers)]),
    ...[...text.matchAll(EACH)].map(([, account, ...each]) => toLedger(account, each)),
    ...(together === undefined ? [] : [toLedger(undefined, sum)]),
  ];
}

function toLedger(account: string | undefined, found: readonly (string | undefined)[]): ToldLedger {
  const [opening, came, left, sign, by, closing] = found;
  const unexplained = toNumber(by) * (sign === '−' ? -1 : 1);
  const numbers = {
    opening: toNumber(opening),
    came: toNumber(came),
    left: toNumber(left),
    closing: toNumber(closing),
  };
  return { account, ...numbers, unexplained };
}

const toNumber = (text = '0'): number => Number(text.replaceAll(',', ''));
