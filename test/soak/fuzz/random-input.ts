/** Draws hostile and ordinary input from one seeded generator, so that a run can be repeated from its seed. */
export interface RandomInput {
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** Text of any length up to `most` characters; short ones are as likely as long ones. */
  text(most: number): string;
  /** A JSON value up to `depth` levels deep, its strings up to `most` characters. */
  json(depth: number, most: number): unknown;
  /** Bytes of any length up to `most`. */
  bytes(most: number): Buffer;
}

/** Pieces that a reader of commands, forms or messages treats in some special way, and pieces that it does not. */
const PIECES = [
  ...[
    'alice',
    'bob',
    'list:vip',
    'list',
    'create',
    'delete',
    'digest',
    'edit',
    'allow',
    'why',
    'link',
    'lookup',
    'help',
  ],
  ...[' ', '  ', ',', '，', '、', ';', '\n', '\t', '\u00a0', '\u3000', '"', '“', '”', '„', '\\"', '\\', "'", '`'],
  ...[
    '<',
    '>',
    '&',
    '&amp;',
    '&lt;',
    '&gt;',
    '|',
    '<@U0MAYA00001>',
    '<@U0MAYA00001|maya>',
    '<#C0COMMUNITY|x>',
    '<!channel>',
  ],
  ...[
    '<!subteam^S0CREATORS1>',
    '<mailto:a@b.c|a@b.c>',
    '<http://x.y|x.y>',
    '<@',
    '<!',
    '<#',
    '@',
    '@here',
    '#x',
    '#',
    '!',
  ],
  ...['\u200b', '\u202e', '\u2066', '\u00ad', '\ufeff', '\u0000', '\u001b', '\ud800', '👩‍👩‍👧', 'é', '它', 'ﷺ'],
  ...[
    '0',
    '1',
    '-1',
    '99999999999999999999',
    '1e9',
    '*',
    '*/5',
    '0-59/7',
    '* * * * *',
    '0 9 * * 1-5',
    'L',
    '@daily',
    '?',
  ],
  ...[
    'UTC',
    'Europe/Copenhagen',
    'BST',
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\t=',
    'null',
    '{}',
    '[]',
    '__proto__',
    'constructor',
  ],
] as const;

const EDGES = [null, true, false, 0, -1, 1.5, Number.MAX_SAFE_INTEGER, 1e308, '', 'null', [], {}] as const;

/** Keys that Slack's payloads have, so that a random object now and then looks like one. */
const KEYS = [
  ...['type', 'text', 'elements', 'blocks', 'attachments', 'user_id', 'usergroup_id', 'user', 'channel', 'id', 'value'],
  ...[
    'rows',
    'columns',
    'cells',
    'fields',
    'message',
    'files',
    'selected_option',
    '__proto__',
    'constructor',
    'toString',
  ],
] as const;

const TYPES = [
  'rich_text',
  'rich_text_section',
  'rich_text_list',
  'user',
  'usergroup',
  'text',
  'table',
  'raw_text',
  'x',
];

/** @param random from 0 up to, not including, 1 */
export function createRandomInput(random: () => number): RandomInput {
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const pick = <Item>(items: readonly Item[]): Item => items[whole(0, items.length - 1)] as Item;
  /** From 0 to `most`, each order of magnitude as likely. */
  const length = (most: number) => Math.floor((most + 1) ** random()) - 1;

  function text(most: number): string {
    const wanted = length(most);
    // Every fourth is one piece again and again: what grows with the square of its length shows there.
    const only = random() < 0.25 ? pick(PIECES) : undefined;
    let made = '';
    while (made.length < wanted) made += only ?? pick(PIECES);
    return made.slice(0, wanted);
  }

  function json(depth: number, most: number): unknown {
    const kind = random();
    if (depth === 0 || kind < 0.35) return random() < 0.4 ? pick(EDGES) : text(most);
    if (kind < 0.6) return Array.from({ length: whole(0, 5) }, () => json(depth - 1, most));
    const entries = Array.from({ length: whole(0, 6) }, () => {
      const key = pick(KEYS);
      return [key, key === 'type' && random() < 0.8 ? pick(TYPES) : json(depth - 1, most)] as const;
    });
    return Object.fromEntries(entries);
  }

  return {
    whole,
    pick,
    text,
    json,
    bytes: (most) => Buffer.from(Array.from({ length: length(most) }, () => whole(0, 255))),
  };
}
