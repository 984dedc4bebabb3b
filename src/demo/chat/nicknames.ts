import { placeInCrowd } from './crowd.ts';

/** Nicknames as people choose them: other scripts, both directions, and what Slack would make a link, a mention or bold of. */
const NICKNAMES: Readonly<Record<string, string>> = {
  alice: 'Alice Liddell',
  bob: 'Bob 🚀',
  carol: 'Carol',
  frank: 'Frank & Sons',
  grace: 'Grace H.',
  heidi: 'Heidi kocht',
  dave: 'Dave',
  // Hostile: a mention of everybody, formats, a link, and characters that turn the direction of what follows.
  mallory: '<!channel> *bold* <https://x.example|free> \u202Egpj.exe\u202C',
  aiko: '愛子',
  chen: '陈晨',
  dmitri: 'Дмитрий',
  eun_ji: '은지',
  fatima: 'فاطمة',
  hiro: 'ヒロ',
  ines: 'Inês',
  wei: '王伟',
  NewsDesk: 'News Desk',
  newsdesk: 'News Desk',
  '@RBT#news': 'News robot',
  "o'hara": 'Scarlett O’Hara',
  'r&d <labs>': 'R&D <Labs>',
  'with space': '  Ada   Space  ',
};

/** Of the crowd three in four have one, by their own name: `mei_0471234` is “Mei 234”. */
export function demoNickname(id: string): string | undefined {
  const place = placeInCrowd(id);
  if (place === undefined) return Object.hasOwn(NICKNAMES, id) ? NICKNAMES[id] : undefined;
  if (place % 4 === 3) return undefined;
  return `${id.charAt(0).toUpperCase()}${id.slice(1, id.indexOf('_'))} ${place % 1000}`;
}
