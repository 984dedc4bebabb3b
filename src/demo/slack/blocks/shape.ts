import type { BlockFault } from './fault.ts';
import type { Fields } from './json.ts';

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

/** What a JSON value must look like. The tables of blocks and elements are made of these; `checkShape` walks them. */
export type Shape = StringShape | NumberShape | BooleanShape | NullableShape | ListShape | ObjectShape | UnionShape;

export interface StringShape {
  readonly kind: 'string';
  readonly min: number;
  readonly max: number;
  readonly oneOf: readonly string[] | undefined;
  readonly format: Format | undefined;
}

/** A form that a string must have, and what to call it in a fault. */
export interface Format {
  readonly name: string;
  readonly fits: (text: string) => boolean;
}

export interface NumberShape {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

interface BooleanShape {
  readonly kind: 'boolean';
}

/** A value that may be null instead. */
interface NullableShape {
  readonly kind: 'nullable';
  readonly of: Shape;
}

export interface ListShape {
  readonly kind: 'list';
  readonly of: Shape;
  readonly min: number;
  readonly max: number;
}

/** Says what single properties can't: "either … or …", "as many as …". Only called once all properties fit their shapes. */
export type Rule = (fields: Fields, pointer: string) => readonly BlockFault[];

export interface ObjectShape {
  readonly kind: 'object';
  /** The value of its `type`, for members of a union; undefined for objects without one. */
  readonly type: string | undefined;
  /** Where it may stand; undefined for everywhere. */
  readonly surfaces: readonly Surface[] | undefined;
  readonly required: Readonly<Record<string, Shape>>;
  readonly optional: Readonly<Record<string, Shape>>;
  readonly rules: readonly Rule[];
}

/** One of several objects, distinguished by `type`. */
export interface UnionShape {
  readonly kind: 'union';
  readonly members: ReadonlyMap<string, ObjectShape>;
}

export const flag: BooleanShape = { kind: 'boolean' };

/** `min` is 1 by default: Slack rejects empty strings almost everywhere. */
export function string(
  options: { readonly min?: number; readonly max?: number; readonly format?: Format } = {},
): StringShape {
  const { min = 1, max = Number.POSITIVE_INFINITY, format } = options;
  return { kind: 'string', min, max, oneOf: undefined, format };
}

export function oneOf(...words: readonly string[]): StringShape {
  return { ...string({ min: 0 }), oneOf: words };
}

/** A finite number. */
export function number(options: { readonly min?: number; readonly max?: number } = {}): NumberShape {
  return { kind: 'number', min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY, ...options, whole: false };
}

export function whole(min: number, max = Number.MAX_SAFE_INTEGER): NumberShape {
  return { kind: 'number', min, max, whole: true };
}

export function nullable(of: Shape): NullableShape {
  return { kind: 'nullable', of };
}

export function list(of: Shape, min: number, max = Number.POSITIVE_INFINITY): ListShape {
  return { kind: 'list', of, min, max };
}

type ObjectOptions = Partial<Pick<ObjectShape, 'surfaces' | 'required' | 'optional' | 'rules'>>;

/** An object with a `type`, for a union. */
export function typed(
  type: string,
  { surfaces, required = {}, optional = {}, rules = [] }: ObjectOptions,
): ObjectShape {
  return { kind: 'object', type, surfaces, required, optional, rules };
}

/** An object without a `type`. */
export function untyped(options: ObjectOptions): ObjectShape {
  return { ...typed('', options), type: undefined };
}

export function union(...members: readonly ObjectShape[]): UnionShape {
  return { kind: 'union', members: new Map(members.map((member) => [member.type ?? '', member])) };
}
