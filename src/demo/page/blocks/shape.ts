/** A JSON object of Block Kit. The stand-in has judged it already; reading it stays careful, as unknown blocks come through too. */
export type Shape = Readonly<Record<string, unknown>>;

export function shapeOf(value: unknown): Shape {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The objects of a list; none when `value` isn't one. */
export function shapesOf(value: unknown): readonly Shape[] {
  return Array.isArray(value) ? value.map(shapeOf) : [];
}

/** '' when `value` is no text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** 0 when `value` is no finite number. */
export function numberOf(value: unknown): number {
  return Number.isFinite(value) ? Number(value) : 0;
}

/** Pairs each item with its place, for a key: Block Kit's parts have no ids, and a message is only ever replaced as a whole. */
export function inOrder<Item>(items: readonly Item[]): readonly { readonly place: number; readonly item: Item }[] {
  return items.map((item, place) => ({ place, item }));
}
