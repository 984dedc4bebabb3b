import { isObject, type JsonObject, listOf, objectOf, textOf } from '../json-values.ts';

/**
 * The kinds of all blocks, in order of the alphabet, each once for every block that is of it: a block's type, behind a colon that of
 * what is in a chart, an input, a row of actions or rich text.
 */
export function kindsIn(blocks: readonly unknown[]): readonly string[] {
  return blocks.filter(isObject).flatMap(kindsOf).toSorted();
}

function kindsOf(block: JsonObject): readonly string[] {
  const type = textOf(block, 'type');
  switch (type) {
    case 'data_visualization':
      return [`${type}:${textOf(objectOf(block, 'chart'), 'type')}`];
    case 'input':
      return [`${type}:${textOf(objectOf(block, 'element'), 'type')}`];
    case 'actions':
    case 'rich_text':
      return [
        ...new Set(
          listOf(block, 'elements')
            .filter(isObject)
            .map((one) => `${type}:${textOf(one, 'type')}`),
        ),
      ];
    default:
      return type === '' ? [] : [type];
  }
}
