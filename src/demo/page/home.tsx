import type { ComponentChild } from 'preact';
import type { PageState } from '../page-server/page-state.ts';
import { Blocks } from './blocks/block.tsx';
import { AroundContext } from './blocks/reader.ts';
import { useView } from './use-view.ts';

/** The app's Home tab as this person sees it. */
export function Home({ state }: { state: PageState }): ComponentChild {
  const { personId, people, channels, home } = state;
  const { acts, errorText } = useView(personId, 'home');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: only what has the focus is scrolled by the arrow keys
    <section id="home" class="messages home" aria-label="Home" tabIndex={0}>
      {errorText !== undefined && (
        <p class="modal-error" role="alert">
          {errorText}
        </p>
      )}
      {home === null ? (
        <p class="empty">The app has not filled its Home tab yet.</p>
      ) : (
        <AroundContext.Provider value={{ ...home, ...acts, people, channels }}>
          <Blocks key={home.id} blocks={home.blocks} />
        </AroundContext.Provider>
      )}
    </section>
  );
}
