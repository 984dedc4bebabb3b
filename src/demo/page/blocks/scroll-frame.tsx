import type { ComponentChild, ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What may be wider than its place: it scrolls sideways, by keyboard too, and says so while it does. */
export function ScrollFrame({ label, children }: { label: string; children: ComponentChildren }): ComponentChild {
  const frame = useRef<HTMLElement>(null);
  const [isWide, setWide] = useState(false);

  useLayoutEffect(() => {
    const { current } = frame;
    if (!current) return;
    const measure = (): void => setWide(current.scrollWidth > current.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    // The content, too: another page of a table may be wider.
    for (const watched of [current, ...current.children]) observer.observe(watched);
    return () => observer.disconnect();
  }, []);

  return (
    <div class="table-box">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: only what has the focus is scrolled by the arrow keys */}
      <section ref={frame} class="table-frame" aria-label={label} tabIndex={0}>
        {children}
      </section>
      {isWide && <p class="table-hint">Scroll sideways for all columns →</p>}
    </div>
  );
}
