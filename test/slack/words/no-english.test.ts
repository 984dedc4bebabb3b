import { describe, expect, test } from 'vitest';
import { CATALOGUES } from './catalogues.ts';
import { messagesOf } from './messages-of.ts';
import { FILLED, waysOf } from './read-message.ts';

const TRANSLATIONS = CATALOGUES.filter(({ language }) => language !== 'en');

/** What is written in Latin letters in every language: why, the words, and where alone they may stand. */
const ALLOWED: readonly (readonly [why: string, words: RegExp, where?: RegExp])[] = [
  ['products and companies', /\b(?:Slack|Chat|Tencent Cloud|Tencent(?= Chat)|followstats|OAuth & Permissions)\b/g],
  ['abbreviations that are not translated', /\b(?:CSV|DM|HTTP|IP|API)\b/g],
  ['a unit', /\bMB\b/g, /^homeWarnings\.space$/],
  ['what Chat calls its ids and its signature', /\b(?:UserID|SDKAppID|UserSig)\b/g],
  ['a way to write schedules', /\bcron\b/g, /cron|fieldCount/i],
  ['variables', /\bTENCENT_[A-Z_]+\b/g, /^(?:chatCodes|failures\.admins)\./],
  ['scopes of Slack’s', /\b[a-z]+:(?:read|write)\b/g, /scopes?$|fixForAdmins$/i],
  ['how a list is typed', /\blist:(?:NAME\b)?/g, /^(?:asks\.fields\.accountsHint|home\.lookUp\.hint)$/],
  ['a command of Slack’s', /\/invite(?: @followstats)?/g, /notMember$|not-a-member$/],
  [
    'commands of ours',
    /\b(?:create|add|remove|show|delete|new|list|edit|run|pause|resume|restore|log|digest|watch|mute|unmute|links|unlink|following|mutual)\b/g,
    /\.unknownAction(?:OfViewer)?$|^help\.lines\./,
  ],
  [
    'roles, as they are typed',
    /\b(?:viewer|editor|admin)\b/g,
    /^access\.|^asks\.roles\.|^help\.lines\.allow$|askEditor$|lastAdmin$|^(?:home\.digests|watches\.home)\.readOnly/,
  ],
  ['where Chat’s console has a switch', /.+ → .+ → .+?(?=[にで에“”、（(])/g, /^chatCodes\.admins\.30005$/],
  ['editions of Chat', /\b(?:Pro-plus|Pro Plus|Pro|Plus|Enterprise)\b/g, /^chatCodes\.admins\.30005$/],
  ['a word of Chat’s error texts', /\b(?:identifier|App)\b/g, /^chatCodes\.admins\./],
  ['a key', /\bEnter\b/g, /^home\.lookUp\./],
  ['a tab of Slack’s settings', /\bMessages(?: Tab)?/g, /messages-off$/],
];

function withoutNames(path: string, text: string): string {
  return ALLOWED.filter(([, , where]) => where?.test(path) ?? true).reduce(
    (rest, [, words]) => rest.replaceAll(words, ''),
    text,
  );
}

const MESSAGES = TRANSLATIONS.flatMap(({ language, messages }) =>
  messagesOf(messages).map(([path, message]) => ({ language, path, ways: waysOf(message) })),
);

describe.each(TRANSLATIONS)('in $language', ({ language }) => {
  const own = MESSAGES.filter((message) => message.language === language);

  test('no English is left', () => {
    const left = own.flatMap(({ path, ways }) =>
      ways.filter((way) => /[a-z]{2}/i.test(withoutNames(path, way))).map((way) => `${path}: ${way}`),
    );
    expect(left).toEqual([]);
  });

  test('something is said wherever there is something to say in English', () => {
    const silent = own
      .filter(({ ways }) => ways.some((way) => way.replaceAll(FILLED, '') === ''))
      .map(({ path }) => path);
    expect(silent.filter((path) => path !== 'kit.betweenSentences' && path !== 'instants.dayAndTime')).toEqual([]);
  });
});

test.each(ALLOWED.map(([why, words, where]) => ({ why, words, where })))(
  'Latin letters are still needed for $why',
  ({ words, where }) => {
    const needing = MESSAGES.filter(
      ({ path, ways }) => (where?.test(path) ?? true) && ways.some((way) => new RegExp(words.source).test(way)),
    );
    expect(needing.length).toBeGreaterThan(0);
  },
);
