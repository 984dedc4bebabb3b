import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Pixels from the end within which the reader counts as following along. */
const NEAR_END = 120;

/** A message that a link leads to. */
export interface Target {
  readonly channelId: string;
  readonly ts: string;
  /** The focus stays where it is. */
  readonly isSeenOnly?: boolean;
}

interface Options {
  /** Another one whenever something comes at the end, or what is there changes. */
  readonly newest: string;
  /** Something was sent from here and is under way: a person wants to see its answer. */
  readonly sending: boolean;
  /** The message to show; undefined: the end. Another object shows it again. */
  readonly target: Target | undefined;
  /** The end is in sight. */
  readonly onEnd: () => void;
}

interface Following {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly atEnd: boolean;
  readonly onScroll: () => void;
  readonly toEnd: () => void;
}

/** Keeps a list at its end while its reader is there, and leaves it where it is once they have scrolled up. */
export function useFollowing({ newest, sending, target, onEnd }: Options): Following {
  const list = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(target === undefined);
  const [atEnd, setAtEnd] = useState(target === undefined);

  const toEnd = useCallback(() => {
    const { current } = list;
    if (current) current.scrollTop = current.scrollHeight;
    following.current = true;
    setAtEnd(true);
  }, []);
  const onScroll = useCallback(() => {
    const { current } = list;
    if (!current) return;
    following.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_END;
    setAtEnd(following.current);
  }, []);

  useLayoutEffect(() => {
    if (following.current || sending) toEnd();
  }, [newest, sending]);
  useLayoutEffect(() => {
    if (atEnd) onEnd();
  }, [newest, atEnd]);
  useLayoutEffect(() => {
    const { current } = content;
    if (!current || !list.current) return;
    const message = target && current.querySelector<HTMLElement>(`[data-ts="${CSS.escape(target.ts)}"]`);
    if (message) {
      message.scrollIntoView({ block: 'start' });
      if (!target?.isSeenOnly) focusOnce(message);
      onScroll();
    } else {
      // What is new may be taller than the list: it is read from its beginning.
      const line = current.querySelector<HTMLElement>('.new-line');
      if (line && line.getBoundingClientRect().top < list.current.getBoundingClientRect().top) {
        line.scrollIntoView({ block: 'start' });
        onEnd();
        onScroll();
      }
    }
    // Tables and charts find their size later.
    const observer = new ResizeObserver(() => following.current && toEnd());
    for (const watched of [current, list.current]) observer.observe(watched);
    return () => observer.disconnect();
  }, [target]);

  return { list, content, atEnd, onScroll, toEnd };
}

/** Only when it is wanted: a click anywhere into a message would focus it, too. */
function focusOnce(message: HTMLElement): void {
  message.tabIndex = -1;
  message.focus({ preventScroll: true });
  message.addEventListener('blur', () => message.removeAttribute('tabindex'), { once: true });
}
