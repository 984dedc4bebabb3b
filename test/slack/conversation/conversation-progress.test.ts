import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { address, asks, later, openConversation, report, type Sending } from './open-conversation.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a progress line', () => {
  const PROGRESS = 'Reading 2 accounts from Tencent Chat …';

  test.each([
    [1999, 'lookup a b', []],
    [2001, 'lookup a b', [PROGRESS]],
    [9000, 'help', []],
    [9000, '"a', []],
  ])('after %i ms of %s: %j', async (ms, typed, progress) => {
    const { converse, texts } = openConversation({ answer: () => later(ms, report) });
    const done = converse(asks(typed), address);
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
    const { converse, texts } = openConversation({ answer: () => later(2500, report), sending });
    const done = converse(asks('a b'), address);
    await vi.advanceTimersByTimeAsync(7000);
    await done;
    expect(texts()).toEqual([PROGRESS, '1 of 2 read, 1 failed, 1 from cache up to 5 s old']);
  });

  test('that can’t be sent is logged, and the answer comes all the same', async () => {
    let times = 0;
    const sending: Sending = async () => {
      times += 1;
      if (times === 1) throw new Error('no way');
    };
    const { converse, texts, sink } = openConversation({ answer: () => later(2500, report), sending });
    const done = converse(asks('a b'), address);
    await vi.advanceTimersByTimeAsync(2500);
    await done;
    expect(texts()).toHaveLength(1);
    expect(sink.named('a progress line could not be sent')).toHaveLength(1);
  });

  test.each([
    ['with-anything', [true, true]],
    ['with-counts', [true]],
    [undefined, [false, false]],
  ] as const)('that would stand in place of counts is not sent: %s', async (replace, replaced) => {
    const { converse, sent } = openConversation({ answer: () => later(2500, report) });
    const done = converse(asks('a b'), address, { replace });
    await vi.advanceTimersByTimeAsync(2500);
    await done;
    expect(sent.map(({ options }) => options?.replace_original ?? false)).toEqual(replaced);
  });

  test('is not left waiting when the answer was quick', async () => {
    const { converse } = openConversation({ answer: async () => report });
    await converse(asks('a b'), address);
    expect(vi.getTimerCount()).toBe(0);
  });
});
