import { afterEach, describe, expect, test } from 'vitest';
import { seedWorkspace } from '../../src/demo/slack/seed.ts';
import type { Message } from '../../src/demo/slack/types.ts';
import type { Language } from '../../src/followstats/languages.ts';
import { FIELDS } from '../../src/slack/blocks/digests/digest-fields.ts';
import { messagesIn } from '../slack/words/catalogues.ts';
import { englishIn } from '../slack/words/english-in.ts';
import { patternOf } from '../slack/words/read-message.ts';
import { openForm, SAVED, save } from './digest-form.ts';
import { CHANNELS, createWorld, type Mode, PEOPLE, type World } from './world.ts';

/** Who reads what: the three other languages by readers without a role of their own, and English by the admin. */
const READERS = [
  { personId: PEOPLE.viewer, name: 'maya', locale: 'ko-KR', language: 'ko' },
  { personId: PEOPLE.nobody, name: 'priya', locale: 'ja-JP', language: 'ja' },
  { personId: PEOPLE.chinese, name: 'chenli', locale: 'zh-TW', language: 'zh-CN' },
  { personId: PEOPLE.admin, name: 'anders', locale: 'en-GB', language: 'en' },
] as const;
const FOREIGN = READERS.filter(({ language }) => language !== 'en');

const people = seedWorkspace().people.map((person) => ({
  ...person,
  locale: READERS.find(({ personId }) => personId === person.id)?.locale ?? person.locale,
}));

let world: World;
afterEach(() => world.stop());

const open = async (mode: Mode, env: Readonly<Record<string, string>> = {}) => {
  const viewers = FOREIGN.map(({ personId }) => personId).join(',');
  world = await createWorld({ mode, slack: { people }, env: { FOLLOWSTATS_VIEWERS: viewers, ...env } });
};

/** Asks, and waits for the answer in whatever language: not for the line that says that it is still being worked on. */
async function ask(text: string, personId: string, channelId: string = CHANNELS.community): Promise<Message> {
  const since = world.slack.mark();
  await world.slack.type({ personId, channelId, text: `/followstats ${text}` });
  const isAnswer = ({ authorId, visibleTo }: Message) => authorId === world.slack.botUserId && visibleTo === personId;
  return world.slack.waitForMessage({ personId, channelId, since, matches: isAnswer });
}

const lineOf = (message: string) => new RegExp(`^${patternOf(message)}$`, 'm');

/** Whether an answer about one account is in a language. */
function isLookUpIn(language: Language, { text }: Message): boolean {
  const { reports } = messagesIn(language);
  return lineOf(reports.row).test(text) && lineOf(reports.foot.asOf).test(text);
}

const expectNoEnglish = ({ text, blocks }: Message) => {
  expect(englishIn(blocks)).toEqual([]);
  expect(englishIn(text.split('\n').map((line) => ({ text: line })))).toEqual([]);
};

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  test('people who ask the same each read the answer in their own language', async () => {
    await open(mode);
    for (const { personId, language } of READERS) {
      const found = await ask('alice', personId);
      expect(READERS.filter((one) => isLookUpIn(one.language, found)).map((one) => one.language)).toEqual([language]);
      const missing = await ask('ghost', personId);
      expect(missing.text).toContain(messagesIn(language).failures.byCode.missing_account);
      if (language !== 'en') for (const message of [found, missing]) expectNoEnglish(message);
    }
  });

  test('a shared answer is in the language of the person who shared it', async () => {
    await open(mode);
    for (const { personId, language } of READERS) {
      const answer = await ask('alice', personId);
      const since = world.slack.mark();
      await world.slack.press({ personId, ts: answer.ts, actionId: 'followstats_share' });
      const isShared = ({ visibleTo, authorId }: Message) =>
        visibleTo === undefined && authorId === world.slack.botUserId;
      const shared = await world.slack.waitForMessage({
        personId: PEOPLE.admin,
        channelId: CHANNELS.community,
        since,
        matches: isShared,
      });
      expect(shared.text).toMatch(lineOf(messagesIn(language).reports.foot.shared));
      const { done } = messagesIn(language).buttons.share;
      const gaveWay = ({ ts, text }: Message) => ts === answer.ts && new RegExp(`^${patternOf(done)}$`).test(text);
      await world.slack.waitForMessage({ personId, channelId: CHANNELS.community, since, matches: gaveWay });
    }
  });

  test('a digest is announced and posted in its own language, and its owner is spoken to in theirs', async () => {
    await open(mode);
    await openForm(world);
    const values = {
      [FIELDS.title]: SAVED.title,
      [FIELDS.accounts]: SAVED.accounts,
      [FIELDS.channel]: CHANNELS.community,
      [FIELDS.language]: 'ja',
    };
    const since = world.slack.mark();
    expect((await save(world, values)).text).toMatch(/ is saved\. Next: /);
    const { digestNotices, digestPosts } = messagesIn('ja');
    const inChannel = (message: string) =>
      world.slack.waitForMessage({
        personId: PEOPLE.viewer,
        channelId: CHANNELS.community,
        since,
        matches: ({ text }) => lineOf(message).test(text),
      });
    expectNoEnglish(await inChannel(digestNotices.made));
    expect((await ask('digest run 1', PEOPLE.admin)).text).toMatch(/ in a moment\.$/);
    expectNoEnglish(await inChannel(digestPosts.headline.first));
  });

  test('one language can be fixed for everybody', async () => {
    await open(mode, { FOLLOWSTATS_LANGUAGE: 'ko' });
    for (const { personId } of READERS) {
      expect(isLookUpIn('ko', await ask('alice', personId))).toBe(true);
      expectNoEnglish(await ask('help', personId));
    }
  });

  test('no answer to a person who reads another language has an English sentence in it', async () => {
    await open(mode, { FOLLOWSTATS_VIEWERS: '' });
    for (const { personId, name } of FOREIGN) {
      for (const text of ['help', 'alice', 'digest list']) expectNoEnglish(await ask(text, personId));
      expect((await ask(`allow @${name} viewer`, PEOPLE.admin)).text).toContain('is now a viewer');
      for (const text of ['list create vip alice', 'access']) expectNoEnglish(await ask(text, personId));
      expect((await ask(`allow @${name} admin`, PEOPLE.admin)).text).toContain('is now an admin');
      const asked = [
        'help',
        'help all',
        'list create vip alice',
        'list show',
        'list show vip',
        'links',
        'access',
        'why',
      ];
      const wrong = ['lokup alice', 'list ad vip', 'digest run', 'link maya alice', '"alice', 'digest log 9'];
      for (const text of [...asked, 'digest list', ...wrong]) expectNoEnglish(await ask(text, personId));
    }
  });
});
