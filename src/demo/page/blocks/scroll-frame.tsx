import type { ComponentChild, ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The hint of a table. */
export const ALL_COLUMNS = 'Scroll sideways for all columns →';

interface Props {
  readonly label: string;
  /** Says that there is more at the side. */
  readonly hint: string;
  readonly children: ComponentChildren;
}

/** What may be wider than its place: it scrolls sideways, by keyboard too, and says so while it does. */
export function ScrollFrame({ label, hint, children }: Props): ComponentChild {
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
      {/* Only what has the focus is scrolled by the arrow keys. */}
      <section
        ref={frame}
        class="table-frame"
        aria-label={isWide ? label : undefined}
        tabIndex={isWide ? 0 : undefined}
      >
        {children}
      </section>
      {isWide && <p class="table-hint">{hint}</p>}
    </div>
  );
}
