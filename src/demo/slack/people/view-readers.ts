import type { View } from '../types.ts';
import type { Views } from '../views/views.ts';
import type { Waiting } from '../wait-for-change.ts';
import type { Workspace } from '../workspace-types.ts';

type Wish = Parameters<Workspace['waitForModal']>[0];

/** The views that people see: each as in `Workspace`. */
export type ViewReaders = Pick<Workspace, 'modalOf' | 'modalsOf' | 'homeOf' | 'waitForModal' | 'waitForHome'>;

export function createViewReaders({ views, waiting }: { views: Views; waiting: Waiting }): ViewReaders {
  const waitFor = (surface: View['surface']) => (wish: Wish) => {
    const { personId, matches = () => true, since = 0, timeoutMs } = wish;
    return waiting.waitFor({
      find: () => {
        const view = views.shown(personId, surface);
        return view && views.changedAt(view.id) > since && matches(view) ? view : undefined;
      },
      timeoutMs,
      disappointed: (waitedMs) => {
        const there = views.shown(personId, surface);
        const instead = there ? `but "${there.title}": ${JSON.stringify(there.blocks)}` : 'and has none at all';
        return new Error(`${personId} saw no such ${surface} within ${waitedMs} ms, ${instead}`);
      },
    });
  };
  return {
    modalOf: (personId) => views.shown(personId, 'modal'),
    modalsOf: views.stackOf,
    homeOf: (personId) => views.shown(personId, 'home'),
    waitForModal: waitFor('modal'),
    waitForHome: waitFor('home'),
  };
}
