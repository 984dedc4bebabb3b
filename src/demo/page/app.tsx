import type { ComponentChild } from 'preact';
import { usePageState } from './use-page-state.ts';
import { usePlace } from './use-place.ts';
import { Workspace } from './workspace.tsx';

/**
 * Waits for the first state, then shows the workspace; an error stays on top of whatever was there last. A demo that was started
 * anew is another workspace: what the page remembers of the one before goes with it.
 */
export function App(): ComponentChild {
  const [place, go] = usePlace();
  const { state, errorText } = usePageState(place);

  return (
    <>
      {errorText && (
        <p class="page-error" role="alert">
          {errorText}
        </p>
      )}
      {state ? (
        <Workspace key={state.demoId} state={state} go={go} />
      ) : (
        !errorText && <p class="loading">Opening the workspace…</p>
      )}
    </>
  );
}
