/** A JSON object whose properties are not checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Is this a JSON object (not a list, not null)? */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; one without properties when it is anything else. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The value as a list; an empty one when it is anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as a string; '' when it is anything else. */
export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
