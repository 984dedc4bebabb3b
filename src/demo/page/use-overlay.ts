import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Options {
  readonly box: RefObject<HTMLElement | null>;
  /** The button that opens it. */
  readonly opener: RefObject<HTMLElement | null>;
  /** It is open, and lies over the rest of the page. */
  readonly isOver: boolean;
  readonly close: () => void;
}

/**
 * What lies over the rest of a narrow page: the focus goes into it, and back to its button afterwards; Escape closes it. That
 * the rest can't be reached meanwhile is up to `inert` there.
 */
export function useOverlay({ box, opener, isOver, close }: Options): void {
  const latest = useRef(close);
  latest.current = close;

  useLayoutEffect(() => {
    if (!isOver) return;
    box.current?.focus();
    return () => {
      const { activeElement } = document;
      // Not when a choice has put the focus elsewhere already.
      if (activeElement === document.body || box.current?.contains(activeElement) !== false) opener.current?.focus();
    };
  }, [isOver, box, opener]);

  // Before the page is painted: Escape may be pressed as soon as it is seen open.
  useLayoutEffect(() => {
    if (!isOver) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOver]);
}
