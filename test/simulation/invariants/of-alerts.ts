import type { Invariant } from './invariant.ts';
import { oneHolder } from './one-holder.ts';
import { steps } from './steps.ts';

/** What holds of the runs of digests, and has to hold of alerts, the runs of watches. */
function ofAlerts(name: string, { watch }: Invariant): Invariant {
  return {
    name,
    watch(tools) {
      const { runs } = watch(tools);
      return { ...(runs && { alerts: runs }) };
    },
  };
}

export const alertSteps = ofAlerts('alerts take only the steps that there are', steps);
export const oneAlertHolder = ofAlerts('an alert has one holder', oneHolder);
