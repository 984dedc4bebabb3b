/**
 * The first moment, to the second, at which something holds that holds from then on, by halving.
 * @param from Unix milliseconds, as all; it doesn't hold yet, or just then
 * @param to it holds
 */
export function firstMoment(holds: (at: number) => boolean, from: number, to: number): number {
  let [before, after] = [from, to];
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}
