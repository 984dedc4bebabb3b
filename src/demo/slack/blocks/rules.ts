import { isDeepStrictEqual } from 'node:util';
import { failed } from './fault.ts';
import { type Fields, listOf } from './json.ts';
import type { Rule } from './shape.ts';

/** Exactly one of the two properties. */
export function either(one: string, other: string): Rule {
  return (fields, pointer) =>
    one in fields === other in fields ? [failed(pointer, `must provide exactly one of ${one}, ${other}`)] : [];
}

/** At least one of the properties. */
export function someOf(...names: readonly string[]): Rule {
  return (fields, pointer) =>
    names.some((name) => name in fields) ? [] : [failed(pointer, `must provide at least one of ${names.join(', ')}`)];
}

/** `name` may only be true when `other` is. */
export function onlyWith(name: string, other: string): Rule {
  return (fields, pointer) =>
    fields[name] === true && fields[other] !== true ? [failed(`${pointer}/${name}`, `needs ${other} to be true`)] : [];
}

/** Two limits of one thing, in the right order; each may be absent. */
export function ordered(lower: string, upper: string): Rule {
  return (fields, pointer) =>
    Number(fields[lower]) > Number(fields[upper]) ? [failed(`${pointer}/${lower}`, `must not exceed ${upper}`)] : [];
}

/** What is chosen from the start must be on offer, word for word. */
export const initialAmongOptions: Rule = (fields, pointer) => {
  const offered = offeredBy(fields);
  const isOffered = (option: unknown) => offered.some((other) => isDeepStrictEqual(option, other));
  const misfit = 'must match one of the options exactly';

  const single = 'initial_option' in fields && !isOffered(fields.initial_option);
  return [
    ...(single ? [failed(`${pointer}/initial_option`, misfit)] : []),
    ...listOf(fields.initial_options).flatMap((option, index) =>
      isOffered(option) ? [] : [failed(`${pointer}/initial_options/${index}`, misfit)],
    ),
  ];
};

function offeredBy(fields: Fields): readonly unknown[] {
  const groups = listOf(fields.option_groups) as readonly Fields[];
  return [...listOf(fields.options), ...groups.flatMap((group) => listOf(group.options))];
}
