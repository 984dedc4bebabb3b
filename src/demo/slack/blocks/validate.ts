import * as basic from './basic-blocks.ts';
import { dataVisualization } from './charts.ts';
import { checkShape } from './check-shape.ts';
import type { BlockFault } from './fault.ts';
import * as framed from './framed-blocks.ts';
import { LIMITS } from './limits.ts';
import { checkTogether } from './message-rules.ts';
import { richText } from './rich-text.ts';
import { list, type Surface, union } from './shape.ts';
import { dataTable, table } from './tables.ts';

/**
 * Every block an app may send. Left out on purpose: `file` is read-only, and `video` needs a scope
 * (`links.embed:write`) that the app doesn't ask for.
 */
const block = union(
  ...[basic.section, basic.header, basic.context, basic.actions, basic.contextActions, basic.divider],
  ...[basic.image, basic.input, basic.markdown, richText, table, dataTable, dataVisualization],
  ...[framed.card, framed.carousel, framed.container, framed.alert, framed.plan, framed.taskCard],
);

/**
 * Judges blocks as Slack does before it takes a message or a view: types, required and unknown properties, lengths,
 * counts, and what holds over the whole payload. Takes any JSON and never throws.
 * @returns every reason to reject it, none when Slack would take it. One fault rejects the whole payload.
 */
export function validateBlocks(blocks: unknown, surface: Surface): readonly BlockFault[] {
  const shape = list(block, 0, LIMITS.blocks[surface]);
  const together = Array.isArray(blocks) ? checkTogether(blocks, surface) : [];
  return [...checkShape(blocks, shape, '', surface), ...together];
}
