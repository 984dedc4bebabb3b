import { armedAgainAt, SPAN_MS, type WatchRule } from './rule.ts';

/** An account's followers at an instant, Unix milliseconds. */
export interface Point {
  readonly followers: number;
  readonly at: number;
}

/** What a look-up says of an account. `failed`: nothing is known. */
export type WatchReading =
  | ({ readonly kind: 'found' } & Point)
  /** Chat doesn't know it. */
  | { readonly kind: 'missing'; readonly at: number }
  | { readonly kind: 'failed' };

/** What a watch knows of one account, from one reading to the next. */
export interface WatchState {
  /** Whether it is alerted when the rule is met. Not, while it is met and wasn't left since: that was alerted, or was so from the start. */
  readonly isArmed: boolean;
  /** Since when the rule is met, Unix milliseconds; for *gains* and *loses* when it last was. `undefined`: it isn't, or never was. */
  readonly metAt: number | undefined;
  /** Where *gains* and *loses* count from: the first reading, and then each that was alerted. `undefined`: there was none yet. */
  readonly from: Point | undefined;
  /** The latest reading. `followers`: `undefined` when Chat didn't know it. */
  readonly latest: { readonly followers: number | undefined; readonly at: number };
}

/** What a watch has to tell of one account. */
export interface Met {
  /** What it has now; `undefined`: Chat doesn't know it any more. */
  readonly followers: number | undefined;
  /** What that is compared with: the reading before, of *gains* and *loses* the oldest of the span. `undefined`: there is none. */
  readonly from: Point | undefined;
  /** When it was read, Unix milliseconds. */
  readonly at: number;
}

/** What a watch knows of an account after a reading, and what is to get an alert. */
export interface Step {
  /** `undefined`: it wasn't read yet. */
  readonly state: WatchState | undefined;
  readonly met: Met | undefined;
}

/**
 * Takes one reading of an account. Tells once per crossing: what is met at the first reading gets no alert, and what was alerted is
 * alerted again only once it was left far enough (`armedAgainAt`). A failed reading, and one that isn't newer than the latest,
 * changes nothing.
 * @param before `undefined`: the account wasn't read by this watch yet
 * @param oldest the account's oldest reading within the span of *gains* and *loses*; where there is none nothing is alerted
 */
export function stepWatch(
  rule: WatchRule,
  before: WatchState | undefined,
  reading: WatchReading,
  oldest?: Point,
): Step {
  if (reading.kind === 'failed') return { state: before, met: undefined };
  if (before && reading.at <= before.latest.at) return { state: before, met: undefined };
  switch (rule.kind) {
    case 'disappears':
      return stepMissing(before, reading);
    case 'reaches':
    case 'falls-below':
      return reading.kind === 'found' ? stepNumber(rule, before, reading) : unseen(before, reading.at);
    case 'gains':
    case 'loses':
      return reading.kind === 'found' ? stepChange(rule, before, reading, oldest) : unseen(before, reading.at);
  }
}

/** Whether the rule is met already at the first reading, so that it gets no alert. */
export function isMetFromStart({ isArmed }: Pick<WatchState, 'isArmed'>): boolean {
  return !isArmed;
}

/** An account that Chat doesn't know says nothing of its followers: neither that the rule is met nor that it isn't. */
function unseen(before: WatchState | undefined, at: number): Step {
  return { state: before && { ...before, latest: { followers: undefined, at } }, met: undefined };
}

function stepMissing(before: WatchState | undefined, reading: Exclude<WatchReading, { kind: 'failed' }>): Step {
  const { at } = reading;
  if (reading.kind === 'found') {
    const { followers } = reading;
    return {
      state: { isArmed: true, metAt: undefined, from: { followers, at }, latest: { followers, at } },
      met: undefined,
    };
  }
  const latest = { followers: undefined, at };
  if (before && !before.isArmed) return { state: { ...before, latest }, met: undefined };
  const state = { isArmed: false, metAt: at, from: before?.from, latest };
  return { state, met: before && { followers: undefined, from: before.from, at } };
}

type NumberRule = Extract<WatchRule, { readonly followers: number }>;

function stepNumber(rule: NumberRule, before: WatchState | undefined, { followers, at }: Point): Step {
  const isMet = rule.kind === 'reaches' ? followers >= rule.followers : followers < rule.followers;
  const read = { from: { followers, at }, latest: { followers, at } };
  if (before?.isArmed && isMet) {
    const state = { ...read, isArmed: false, metAt: at };
    return { state, met: { followers, from: before.from, at } };
  }
  const mark = armedAgainAt(rule);
  const isLeft = !isMet && (rule.kind === 'reaches' ? followers <= mark : followers >= mark);
  const isArmed = before ? before.isArmed || isLeft : !isMet;
  return { state: { ...read, isArmed, metAt: isArmed ? undefined : (before?.metAt ?? at) }, met: undefined };
}

type ChangeRule = Extract<WatchRule, { readonly span: string }>;

function stepChange(rule: ChangeRule, before: WatchState | undefined, { followers, at }: Point, oldest?: Point): Step {
  const point = { followers, at };
  const from = before?.from ?? point;
  const begin = at - SPAN_MS[rule.span];
  const baseline = from.at >= begin ? from : oldest && oldest.at >= begin ? oldest : undefined;
  if (baseline && isMoved(rule, baseline.followers, followers)) {
    return {
      state: { isArmed: true, metAt: at, from: point, latest: point },
      met: { followers, from: baseline, at },
    };
  }
  return { state: { isArmed: true, metAt: before?.metAt, from, latest: point }, met: undefined };
}

function isMoved({ kind, by }: ChangeRule, was: number, is: number): boolean {
  const change = kind === 'gains' ? is - was : was - is;
  if (change <= 0) return false;
  if (by.unit === 'followers') return change >= by.size;
  // Any gain from 0 is more than every percentage, as in digests.
  return was === 0 || (change / was) * 100 >= by.size;
}
