import { type BlockFault, type FaultCode, failed } from './fault.ts';
import { isFields } from './json.ts';
import type { ListShape, NumberShape, ObjectShape, Shape, StringShape, Surface, UnionShape } from './shape.ts';

/** Checks a value, and all that is in it, against its shape. Returns every fault, in the order of the document. */
export function checkShape(value: unknown, shape: Shape, pointer: string, surface: Surface): readonly BlockFault[] {
  switch (shape.kind) {
    case 'string':
      return typeof value === 'string' ? checkString(value, shape, pointer) : typeFault(pointer, 'a string');
    case 'number':
      return typeof value === 'number' ? checkNumber(value, shape, pointer) : typeFault(pointer, 'a number');
    case 'boolean':
      return typeof value === 'boolean' ? [] : typeFault(pointer, 'a boolean');
    case 'nullable':
      return value === null ? [] : checkShape(value, shape.of, pointer, surface);
    case 'list':
      return Array.isArray(value) ? checkList(value, shape, pointer, surface) : typeFault(pointer, 'an array');
    case 'object':
      return checkObject(value, shape, pointer, surface);
    case 'union':
      return checkUnion(value, shape, pointer, surface);
  }
}

function checkString(text: string, { min, max, oneOf, format }: StringShape, pointer: string): readonly BlockFault[] {
  if (oneOf && !oneOf.includes(text)) {
    return [failed(pointer, `must be a valid enum value: one of ${oneOf.join(', ')}`)];
  }
  if (text.length < min) return [failed(pointer, `must be more than ${min - 1} characters`)];
  if (text.length > max) return [failed(pointer, `must be less than ${max + 1} characters`)];
  if (format && !format.fits(text)) return [failed(pointer, `must be ${format.name}`)];
  return [];
}

function checkNumber(value: number, { min, max, whole }: NumberShape, pointer: string): readonly BlockFault[] {
  if (!Number.isFinite(value)) return [failed(pointer, 'must be a finite number')];
  if (whole && !Number.isInteger(value)) return [failed(pointer, 'must be an integer')];
  if (value < min) return [failed(pointer, `must be at least ${min}`)];
  if (value > max) return [failed(pointer, `must be at most ${max}`)];
  return [];
}

function checkList(
  items: readonly unknown[],
  { of, min, max }: ListShape,
  pointer: string,
  surface: Surface,
): readonly BlockFault[] {
  const faults: BlockFault[] = [];
  if (items.length < min) faults.push(failed(pointer, `no fewer than ${min} items allowed`));
  if (items.length > max) faults.push(failed(pointer, `no more than ${max} items allowed`));
  for (const [index, item] of items.entries()) faults.push(...checkShape(item, of, `${pointer}/${index}`, surface));
  return faults;
}

function checkUnion(value: unknown, shape: UnionShape, pointer: string, surface: Surface): readonly BlockFault[] {
  if (!isFields(value)) return typeFault(pointer, 'an object');
  if (value.type === undefined) return [missing(pointer, 'type')];
  const member = typeof value.type === 'string' ? shape.members.get(value.type) : undefined;
  return member
    ? checkObject(value, member, pointer, surface)
    : [fault(`${pointer}/type`, 'unsupported_type', `unsupported type: ${JSON.stringify(value.type)}`)];
}

function checkObject(value: unknown, shape: ObjectShape, pointer: string, surface: Surface): readonly BlockFault[] {
  if (!isFields(value)) return typeFault(pointer, 'an object');
  if (shape.surfaces && !shape.surfaces.includes(surface)) {
    return [fault(`${pointer}/type`, 'unsupported_type', `unsupported type: ${shape.type} in a ${surface}`)];
  }
  const faults: BlockFault[] = Object.keys(shape.required)
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => missing(pointer, name));

  for (const [name, property] of Object.entries(value)) {
    if (name === 'type' && shape.type !== undefined) continue;
    const expected = propertyOf(shape, name);
    if (expected) faults.push(...checkShape(property, expected, `${pointer}/${name}`, surface));
    else faults.push(fault(pointer, 'invalid_additional_property', `invalid additional property: ${name}`));
  }
  return faults.length > 0 ? faults : shape.rules.flatMap((rule) => rule(value, pointer));
}

/** By own property only: a payload may well have one called `constructor`. */
function propertyOf({ required, optional }: ObjectShape, name: string): Shape | undefined {
  if (Object.hasOwn(required, name)) return required[name];
  return Object.hasOwn(optional, name) ? optional[name] : undefined;
}

function missing(pointer: string, name: string): BlockFault {
  return fault(pointer, 'missing_required_field', `missing required field: ${name}`);
}

function typeFault(pointer: string, expected: string): readonly BlockFault[] {
  return [fault(pointer, 'wrong_type', `must provide ${expected}`)];
}

function fault(pointer: string, code: FaultCode, message: string): BlockFault {
  return { pointer, code, message };
}
