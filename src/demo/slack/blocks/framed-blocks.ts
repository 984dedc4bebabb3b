import { actions, context, divider, header, identified, image, input, section } from './basic-blocks.ts';
import { button } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { richText, richTextBlock } from './rich-text.ts';
import { onlyWith, someOf } from './rules.ts';
import { flag, list, oneOf, string, typed, union, untyped } from './shape.ts';
import { table } from './tables.ts';
import { anyText, imageElement, plainText } from './text-objects.ts';

/** The reference names 54 icons; which, the documents at hand don't say, so any name passes. */
const slackIcon = union(typed('icon', { required: { name: string() } }));

export const card = typed('card', {
  surfaces: ['message', 'home'],
  optional: {
    ...identified,
    hero_image: union(imageElement),
    icon: union(imageElement),
    slack_icon: slackIcon,
    title: anyText(LIMITS.cardTitle),
    subtitle: anyText(LIMITS.cardTitle),
    body: anyText(LIMITS.cardBody),
    subtext: anyText(LIMITS.cardBody),
    actions: list(union(button), 1, LIMITS.cardButtons),
  },
  rules: [someOf('hero_image', 'title', 'actions', 'body')],
});

export const carousel = typed('carousel', {
  surfaces: ['message', 'home'],
  required: { elements: list(union(card), 1, LIMITS.carouselCards) },
  optional: identified,
});

export const container = typed('container', {
  surfaces: ['message'],
  required: {
    child_blocks: list(
      union(actions, context, divider, header, image, input, richText, section, table),
      1,
      LIMITS.containerBlocks,
    ),
  },
  optional: {
    ...identified,
    title: plainText(LIMITS.containerTitle),
    rich_text_title: richTextBlock,
    subtitle: anyText(LIMITS.containerTitle),
    width: oneOf('narrow', 'standard', 'wide', 'full'),
    icon: union(imageElement),
    is_collapsible: flag,
    default_collapsed: flag,
    has_header_divider: flag,
  },
  rules: [someOf('title', 'rich_text_title'), onlyWith('default_collapsed', 'is_collapsible')],
});

export const alert = typed('alert', {
  surfaces: ['modal'],
  required: { text: anyText(LIMITS.alert) },
  optional: { ...identified, level: oneOf('default', 'info', 'warning', 'error', 'success') },
});

const urlSource = union(typed('url', { required: { url: string(), text: string() } }));
const task = {
  required: { task_id: string(), title: string() },
  optional: { ...identified, details: richTextBlock, output: richTextBlock, sources: list(urlSource, 1) },
};
const running = ['in_progress', 'complete', 'error'];

/** A lone card is never `pending`: only a plan has tasks that wait. */
export const taskCard = typed('task_card', {
  surfaces: ['message'],
  required: { ...task.required, status: oneOf(...running) },
  optional: task.optional,
});

/** Slack's own example leaves the `type` of a plan's tasks out. */
const plannedTask = untyped({
  required: { ...task.required, status: oneOf('pending', ...running) },
  optional: { ...task.optional, type: oneOf('task_card') },
});

/** Its title is a bare string, unlike a card's. */
export const plan = typed('plan', {
  surfaces: ['message'],
  required: { title: string() },
  optional: { ...identified, tasks: list(plannedTask, 0) },
});
