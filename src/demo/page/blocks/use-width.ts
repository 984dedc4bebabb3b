import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * How wide an element is shown, in whole pixels.
 *
 * @param before what it is taken for until it is there
 */
export function useWidth<Box extends Element>(
  before: number,
): { readonly box: RefObject<Box | null>; readonly width: number } {
  const box = useRef<Box>(null);
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const measure = (): void => setWidth(Math.floor(current.getBoundingClientRect().width) || before);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [before]);
  return { box, width };
}
