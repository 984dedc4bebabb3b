import { type Fields, fieldsOf, listOf, stringOf } from '../slack/blocks/json.ts';
import { chartLines } from './chart-lines.ts';
import { columnsOf, wrap } from './columns.ts';
import { elementWords, imageWords, textLines, textWords } from './element-words.ts';
import { indented, type Page } from './page.ts';
import { richLines } from './rich-words.ts';
import { tableLines } from './table-lines.ts';

type Draw = (block: Fields, page: Page) => readonly string[];

const DRAWINGS: Readonly<Record<string, Draw>> = {
  header: (block, page) => bold(textLines(block.text, page), page),
  section: (block, page) => [
    ...textLines(block.text, page),
    ...listOf(block.fields).flatMap((field) => textLines(field, page)),
    ...elementRow(block.accessory === undefined ? [] : [block.accessory], page),
  ],
  context: (block, page) => {
    const words = listOf(block.elements).map((element) => contextWords(fieldsOf(element), page));
    return wrap(words.join('  '), page.width).map((line) => page.paint('dim', line));
  },
  actions: (block, page) => elementRow(listOf(block.elements), page),
  context_actions: (block, page) => elementRow(listOf(block.elements), page),
  divider: (_, page) => [page.paint('dim', '─'.repeat(page.width))],
  image: (block, page) => [...textLines(block.title, page), ...wrap(imageWords(block), page.width)],
  input: (block, page) => [
    ...textLines(block.label, page),
    ...elementRow([block.element], page),
    ...textLines(block.hint, page),
  ],
  markdown: (block, page) => wrap(stringOf(block.text), page.width),
  rich_text: (block, page) => richLines(block, page.width, page.timeZone),
  table: tableLines,
  data_table: tableLines,
  data_visualization: chartLines,
  card: (block, page) => [
    ...bold(textLines(block.title, page), page),
    ...[block.subtitle, block.body, block.subtext].flatMap((text) => textLines(text, page)),
    ...elementRow(listOf(block.actions), page),
  ],
  carousel: (block, page) => listOf(block.elements).flatMap((card) => blockLines(fieldsOf(card), page)),
  container: (block, page) => [
    ...bold(containerTitle(block, page), page),
    ...textLines(block.subtitle, page),
    ...indented(page, (inner) => listOf(block.child_blocks).flatMap((child) => blockLines(fieldsOf(child), inner))),
  ],
  alert: (block, page) => textLines(block.text, page),
  plan: (block, page) => [
    ...bold(wrap(stringOf(block.title), page.width), page),
    ...indented(page, (inner) => listOf(block.tasks).flatMap((task) => taskLines(fieldsOf(task), inner))),
  ],
  task_card: (block, page) => taskLines(block, page),
};

/** One block as terminal lines. A type that isn't known shows by its name, so nothing goes missing unseen. */
export function blockLines(block: Fields, page: Page): readonly string[] {
  const type = stringOf(block.type);
  const draw = Object.hasOwn(DRAWINGS, type) ? DRAWINGS[type] : undefined;
  return draw ? draw(block, page) : wrap(`[${type}]`, page.width);
}

function bold(lines: readonly string[], page: Page): readonly string[] {
  return lines.map((line) => page.paint('bold', line));
}

function contextWords(element: Fields, page: Page): string {
  return element.type === 'image' ? imageWords(element) : textWords(element, page.timeZone);
}

/** Elements side by side, a new line where the next would not fit. */
function elementRow(elements: readonly unknown[], page: Page): readonly string[] {
  const rows: string[] = [];
  for (const words of elements.map((element) => elementWords(fieldsOf(element)))) {
    const last = rows.at(-1);
    if (last !== undefined && columnsOf(`${last} ${words}`) <= page.width) rows[rows.length - 1] = `${last} ${words}`;
    else rows.push(words);
  }
  return rows.flatMap((row) => wrap(row, page.width)).map((row) => page.paint('cyan', row));
}

/** The rich title wins when both are there. */
function containerTitle(block: Fields, page: Page): readonly string[] {
  return block.rich_text_title === undefined
    ? textLines(block.title, page)
    : richLines(fieldsOf(block.rich_text_title), page.width, page.timeZone);
}

function taskLines(task: Fields, page: Page): readonly string[] {
  return [
    ...wrap(`[${stringOf(task.status)}] ${stringOf(task.title)}`, page.width),
    ...indented(page, (inner) =>
      [task.details, task.output].flatMap((part) => richLines(fieldsOf(part), inner.width, inner.timeZone)),
    ),
  ];
}
