import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { later, openConversation, report, type Sending } from './open-conversation.ts';

beforeEach(() => {
  // Not `setImmediate`, which an answer's buttons wait for: a turn takes no time.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a progress line', () => {
  const PROGRESS = 'This takes a little longer. The answer comes below, at most 25 seconds after you asked.';

  test.each([
    [1999, 'lookup a b', []],
    [2001, 'lookup a b', [PROGRESS]],
    [9000, 'help', []],
    [9000, '"a', []],
  ])('after %i ms of %s: %j', async (ms, typed, progress) => {
    const { ask, texts } = openConversation({ answer: () => later(ms, report) });
    const done = ask(typed);
    await vi.advanceTimersByTimeAsync(ms);
    await done;
    expect(texts().slice(0, -1)).toEqual(progress);
  });

  test('stands before the answer, also when it takes longer to send', async () => {
    let isFirst = true;
    const sending: Sending = async () => {
      if (!isFirst) return;
      isFirst = false;
      await later(5000, undefined);
    };
    const { ask, texts } = openConversation({ answer: () => later(2500, report), sending });
    const done = ask('a b');
    await vi.advanceTimersByTimeAsync(7000);
    await done;
    expect(texts()).toEqual([PROGRESS, 'secret_account · 1 follower · 1 following · 1 mutual']);
  });

  test('that can’t be sent is logged, and the answer comes all the same', async () => {
    let times = 0;
    const sending: Sending = async () => {
      times += 1;
      if (times === 1) throw new Error('no way');
    };
    const { ask, texts, sink } = openConversation({ answer: () => later(2500, report), sending });
    const done = ask('a b');
    await vi.advanceTimersByTimeAsync(2500);
    await done;
    expect(texts()).toHaveLength(1);
    expect(sink.named('a progress line could not be sent')).toHaveLength(1);
  });

  test('is not left waiting when the answer was quick', async () => {
    const { ask } = openConversation({ answer: async () => report });
    await ask('a b');
    expect(vi.getTimerCount()).toBe(0);
  });
});
