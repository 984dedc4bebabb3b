import { useEffect, useState } from 'preact/hooks';

/** The sidebar is a drawer. As in `overlays.css`. */
export const PHONE = '(max-width: 760px)';

/** The panel lies over the conversation. As in `overlays.css`. */
export const NARROW = '(max-width: 1099px)';

/** There is a keyboard at hand: the caret in a field brings up none that covers the page. */
export const DESKTOP = '(hover: hover) and (pointer: fine) and (min-width: 761px)';

/** Whether a media query holds, and holds on. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = (): void => setHolds(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return holds;
}
