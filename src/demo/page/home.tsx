import type { ComponentChild } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PageState } from '../page-server/page-state.ts';
import { openHome } from './api.ts';
import { Blocks } from './blocks/block.tsx';
import { AroundContext } from './blocks/reader.ts';
import { useView } from './use-view.ts';

/** The app's Home tab as this person sees it. Opening it tells the app. */
export function Home({ state }: { state: PageState }): ComponentChild {
  const { personId, people, channels, home } = state;
  const { acts, errorText } = useView(personId, 'home');
  useEffect(() => {
    openHome({ as: personId }).catch(() => {
      // The app failed to answer; its Home stays as it was.
    });
  }, [personId]);

  return (
    <div class="messages home">
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
    </div>
  );
}
