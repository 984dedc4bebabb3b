import { parseAst } from 'rolldown/parseAst';

/** A text in a source file, with `…` for what is filled in, and the names of the calls, classes and constants around it. */
export interface Literal {
  readonly text: string;
  readonly within: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** Expressions whose values are there when the app runs; of all other type syntax nothing is. */
const TYPED_EXPRESSIONS: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
]);

/** Reads the string and template literals of TypeScript: not those in types, imports and patterns. */
export function readLiterals(source: string): readonly Literal[] {
  const literals: Literal[] = [];

  function visit(value: unknown, within: readonly string[]): void {
    if (Array.isArray(value)) for (const one of value) visit(one, within);
    if (!isNode(value)) return;
    const text = textOf(value);
    if (text !== undefined) literals.push({ text, within });
    if (/^(Import|Export(All|Specifier))/.test(value.type)) return;
    if (value.type.startsWith('TS') && !TYPED_EXPRESSIONS.has(value.type)) return;
    const name = nameOf(value);
    const inner = name === undefined ? within : [...within, name];
    for (const [key, child] of Object.entries(value)) {
      // A property's key is no text that anybody reads.
      if (key === 'key' && value.computed !== true) continue;
      visit(child, inner);
    }
  }

  visit(parseAst(source, { lang: 'ts' }), []);
  return literals;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function textOf({ type, value, quasis }: Node): string | undefined {
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type !== 'TemplateLiteral') return undefined;
  return (quasis as readonly { readonly value: { readonly cooked: string } }[])
    .map((quasi) => quasi.value.cooked)
    .join('…');
}

/** `log.warn` of a call, `new AppError` of a class, a constant's or a property's name. */
function nameOf(node: Node): string | undefined {
  switch (node.type) {
    case 'CallExpression':
      return pathOf(node.callee);
    case 'NewExpression':
      return `new ${pathOf(node.callee)}`;
    case 'ThrowStatement':
      return 'throw';
    case 'VariableDeclarator':
      return pathOf(node.id);
    case 'Property':
      return pathOf(node.key);
    default:
      return undefined;
  }
}

function pathOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Super') return 'super';
  if (node.type === 'Identifier') return String(node.name);
  if (node.type === 'MemberExpression') return `${pathOf(node.object)}.${pathOf(node.property)}`;
  return node.type === 'Literal' ? String(node.value) : '';
}
