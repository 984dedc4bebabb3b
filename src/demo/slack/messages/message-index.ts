import type { Message } from '../types.ts';

/** Messages by a key, so that one group is found without looking at all others. */
export interface MessageIndex {
  /** Adds a message, or puts its new version in the place of the old one. */
  set(message: Message): void;
  remove(message: Message): void;
  /** Oldest first. */
  of(key: string): readonly Message[];
}

/** @param keyOf must give all versions of one message the same key; undefined leaves the message out */
export function createMessageIndex(keyOf: (message: Message) => string | undefined): MessageIndex {
  const groups = new Map<string, Map<string, Message>>();
  return {
    set: (message) => {
      const key = keyOf(message);
      if (key === undefined) return;
      const group = groups.get(key) ?? new Map<string, Message>();
      groups.set(key, group.set(message.ts, message));
    },
    remove: (message) => {
      const key = keyOf(message);
      const group = key === undefined ? undefined : groups.get(key);
      group?.delete(message.ts);
      if (key !== undefined && group?.size === 0) groups.delete(key);
    },
    of: (key) => [...(groups.get(key)?.values() ?? [])],
  };
}
