import type { FaultSwitch } from '../../fault-switches.ts';
import type { Workspace } from '../../slack/workspace-types.ts';
import type { TourState } from '../page-state.ts';
import { createProgress } from './progress.ts';
import { describeSteps } from './steps.ts';

/** The guided tour of one workspace. */
export interface Tour {
  /** @param isDue whether a digest is due */
  read(isDue: boolean): TourState;
  /** To be called after each change of the workspace and of a switch. */
  look(): void;
  /** What happened before doesn't count. */
  begin(): void;
  startOver(): void;
}

interface Options {
  readonly workspace: Workspace;
  readonly faultSwitches: readonly FaultSwitch[];
}

/** Undefined where the tour can't be played: it needs a viewer and an admin, who say in their note what they are. */
export function createTour({ workspace, faultSwitches }: Options): Tour | undefined {
  const [viewer, admin] = ['viewer', 'admin'].map((role) => workspace.people.find(({ note }) => note.startsWith(role)));
  if (!viewer || !admin) return undefined;
  const progress = createProgress({ workspace, faultSwitches });
  return {
    read: (isDue) => ({ steps: describeSteps({ workspace, faultSwitches, progress, viewer, admin, isDue }) }),
    look: progress.look,
    begin: progress.begin,
    startOver: progress.startOver,
  };
}
