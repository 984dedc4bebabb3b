import { z } from 'zod';

/** Any block as Slack's JSON has it, as far as its kind and size can be seen. */
const Block = z.looseObject({ type: z.string() });
const Element = z.looseObject({ type: z.string() });

/**
 * The kinds that one block is of. A chart is of its chart's kind, an input of its element's; actions are of the kind of each control in
 * them, and so on. Slack's stand-in knows the same words.
 */
function kindsOf(block: unknown): readonly string[] {
  const { data } = Block.safeParse(block);
  if (!data) return [];
  const { type } = data;
  const inside = (value: unknown) => Element.safeParse(value).data?.type;
  switch (type) {
    case 'data_visualization':
      return [`${type}:${inside(data.chart)}`];
    case 'input':
      return [`${type}:${inside(data.element)}`];
    case 'actions':
    case 'rich_text':
      return [...new Set((Array.isArray(data.elements) ? data.elements : []).map((one) => `${type}:${inside(one)}`))];
    default:
      return [type];
  }
}

/** The kinds of all blocks, in order of the alphabet, each once for every block that is of it. */
export function kindsIn(blocks: readonly unknown[]): readonly string[] {
  return blocks.flatMap(kindsOf).toSorted();
}

/** Returns one block for each kind, the smallest there is. Of a row of controls only those of that kind are left. */
export function oneOfEach<Block extends object>(blocks: readonly Block[]): ReadonlyMap<string, Block> {
  const examples = new Map<string, Block>();
  for (const block of blocks.flatMap(splitControls)) {
    const [kind, ...more] = kindsOf(block);
    if (kind === undefined || more.length > 0) continue;
    const known = examples.get(kind);
    if (!known || lengthOf(block) < lengthOf(known)) examples.set(kind, block);
  }
  return examples;
}

const lengthOf = (block: object): number => JSON.stringify(block).length;

function splitControls<Block extends object>(block: Block): readonly Block[] {
  if (!('type' in block) || block.type !== 'actions' || !('elements' in block)) return [block];
  const elements = block.elements as readonly { readonly type: string }[];
  const types = [...new Set(elements.map(({ type }) => type))];
  return types.map((wanted) => ({ ...block, elements: elements.filter(({ type }) => type === wanted) }));
}
