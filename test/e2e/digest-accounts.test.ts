import { afterEach, describe, expect, test } from 'vitest';
import type { Message, View } from '../../src/demo/slack/types.ts';
import { objectsIn } from '../slack/blocks/read-rendering.ts';
import { accounts } from '../store/contracts/askers.ts';
import { createDigestWorld, DAY, type DigestWorld, NINE } from './digest-world.ts';
import { PEOPLE } from './world.ts';

const OPEN = 'followstats_account';
const MANY = Array.from({ length: 120 }, (_, n) => `user_${String(n).padStart(3, '0')}`);

const wordsOf = ({ blocks }: Pick<View, 'blocks'>): string =>
  objectsIn(blocks)
    .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    .join('');

describe('below a digest’s post an account is opened', () => {
  let world: DigestWorld;
  afterEach(() => world.stop());

  async function postOf(names: readonly string[], at = NINE): Promise<Message> {
    world = await createDigestWorld({
      chat: { accounts: [...names, 'carol'], follows: [] },
      digests: [{ accounts: accounts(...names, 'ghost') }],
    });
    await world.runAt(at);
    return lastPost();
  }

  function lastPost(): Message {
    const post = world.posts().at(-1);
    if (!post) throw new Error('nothing was posted');
    return post;
  }

  async function open({ ts }: Message, value: string): Promise<string> {
    const since = world.slack.mark();
    await world.slack.choose({ personId: PEOPLE.viewer, ts, actionId: OPEN, value });
    const isCard = (view: View) => !wordsOf(view).includes('Opening …');
    return wordsOf(await world.slack.waitForModal({ personId: PEOPLE.viewer, since, matches: isCard }));
  }

  const offered = async ({ ts }: Message, text: string) =>
    (await world.slack.suggest({ personId: PEOPLE.viewer, ts, actionId: OPEN, text })).options.map(
      ({ value }) => value,
    );

  test('by its menu, which has those of which there are counts, as the table has them', async () => {
    const first = await postOf(['alice', 'bob', 'carol']);
    world.chat.follow('alice', 'bob');
    world.chat.setFaults([{ kind: 'account-code', account: 'carol', code: 30003 }]);
    await world.runAt(NINE + DAY);
    const post = lastPost();
    const values = (message: Message) =>
      objectsIn(message.blocks).flatMap(({ action_id: id, options }) =>
        id === OPEN ? (options as { value: string }[]).map(({ value }) => value) : [],
      );
    expect(values(first)).toEqual(['alice', 'bob', 'carol']);
    expect(values(post)).toEqual(['bob', 'alice', 'carol']);
    expect(await open(post, 'bob')).toContain('bob · 1 follower · 0 following');
    expect(await open(post, 'carol')).toContain('carol: Chat doesn’t know this account. Last known: 0 followers');
  });

  test('by a search where a menu has no room for all, which knows only that post’s accounts', async () => {
    const post = await postOf(MANY);
    expect(await offered(post, '')).toEqual(MANY.slice(0, 100));
    expect(await offered(post, 'ser_11')).toEqual(MANY.slice(110));
    expect(await offered(post, 'carol')).toEqual([]);
    expect(await offered(post, 'ghost')).toEqual([]);
    expect(await offered(post, '_007')).toEqual(['user_007']);
    expect(await open(post, 'user_007')).toContain('user_007 · 0 followers');
    // The store keeps what a post said, so that an old one's search works after a restart, too.
    await world.restart(async () => {});
    expect(await offered(post, '_008')).toEqual(['user_008']);
  });

  test('by nobody who may not look accounts up', async () => {
    const post = await postOf(MANY);
    const { options } = await world.slack.suggest({ personId: PEOPLE.nobody, ts: post.ts, actionId: OPEN, text: '' });
    expect(options).toEqual([]);
  });
});
