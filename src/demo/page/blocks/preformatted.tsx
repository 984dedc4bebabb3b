import type { ComponentChild, ComponentChildren } from 'preact';
import { ScrollFrame } from './scroll-frame.tsx';

/** Text of one width, its rows as they were written: a table in it stays a table, and scrolls sideways where it is too wide. */
export function Preformatted({ children }: { children: ComponentChildren }): ComponentChild {
  return (
    <ScrollFrame label="Code" hint="Scroll sideways for the whole line →">
      <pre>{children}</pre>
    </ScrollFrame>
  );
}
