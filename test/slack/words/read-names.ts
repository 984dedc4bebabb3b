import { parseAst } from 'rolldown/parseAst';

/** What a source file names. */
export interface Names {
  /** Properties it takes or destructures, constants, and texts that may name one. */
  readonly names: ReadonlySet<string>;
  /** What it takes properties of by a name that is known when the app runs: `columns` of `columns[name]`. */
  readonly chosenFrom: ReadonlySet<string>;
  /** Ends of names that it puts together: `Over` of a template that ends with it. */
  readonly ends: ReadonlySet<string>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads the names in TypeScript, those in types too. */
export function readNames(source: string): Names {
  const [names, indexed, ends] = [new Set<string>(), new Set<string>(), new Set<string>()];
  /** What else a constant is called: `asked` is `revokeDialog` after `const { revokeDialog: asked } = …`. */
  const otherNames = new Map<string, string>();

  function note({ type, name, value, computed, object, key, id, init, quasis }: Fields): void {
    if (type === 'Identifier') names.add(String(name));
    if (type === 'Literal') names.add(String(value));
    if (type === 'MemberExpression' && computed === true) indexed.add(lastName(object));
    if (type === 'Property') otherNames.set(lastName(value), lastName(key));
    if (type === 'VariableDeclarator' && init) otherNames.set(lastName(id), lastName(init));
    if (type === 'TemplateLiteral') ends.add((quasis as { value: { cooked: string } }[]).at(-1)?.value.cooked ?? '');
  }

  function visit(value: unknown): void {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    note(value as unknown as Fields);
    for (const child of Object.values(value)) visit(child);
  }

  visit(parseAst(source, { lang: 'ts' }));
  ends.delete('');
  const chosenFrom = new Set([...indexed].flatMap((name) => [name, otherNames.get(name) ?? name]));
  return { names, chosenFrom, ends };
}

/** `c` of `a.b.c`. */
function lastName(value: unknown): string {
  const { name, property } = value as { readonly name?: string; readonly property?: { readonly name?: string } };
  return property?.name ?? name ?? '';
}
