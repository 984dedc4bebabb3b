import { LIMITS } from './limits.ts';
import { either } from './rules.ts';
import { flag, type ObjectShape, oneOf, string, typed, type UnionShape, union, untyped } from './shape.ts';

/** A `plain_text` object of 1 to `max` characters. */
export function plainText(max: number = LIMITS.text): UnionShape {
  return union(plain(max));
}

/** A `plain_text` or `mrkdwn` object of 1 to `max` characters. */
export function anyText(max: number = LIMITS.text): UnionShape {
  return union(...textMembers(max));
}

/** The members of `anyText`, for places that take other things besides. */
export function textMembers(max: number = LIMITS.text): readonly ObjectShape[] {
  return [plain(max), typed('mrkdwn', { required: { text: string({ max }) }, optional: { verbatim: flag } })];
}

function plain(max: number): ObjectShape {
  return typed('plain_text', { required: { text: string({ max }) }, optional: { emoji: flag } });
}

const slackFile = untyped({
  optional: { id: string(), url: string({ max: LIMITS.url }) },
  rules: [either('id', 'url')],
});

/** Where an image comes from, for blocks and elements alike; with `oneImageSource` among the rules. */
export const imageSource = {
  required: { alt_text: string({ max: LIMITS.imageAlt }) },
  optional: { image_url: string({ max: LIMITS.url }), slack_file: slackFile },
} as const;

export const oneImageSource = either('image_url', 'slack_file');

export const imageElement = typed('image', { ...imageSource, rules: [oneImageSource] });

/** The dialog before an action takes effect. Only `text` is required, as in the SDK's types. */
export const confirmation = untyped({
  required: { text: anyText(LIMITS.confirmText) },
  optional: {
    title: plainText(LIMITS.confirmTitle),
    confirm: plainText(LIMITS.confirmButton),
    deny: plainText(LIMITS.confirmButton),
    style: oneOf('primary', 'danger'),
  },
});
