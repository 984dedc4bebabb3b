import type { ComponentChild } from 'preact';

/** Stands where something can't be shown, so that it isn't missed silently. */
export function Unsupported({ what }: { what: string }): ComponentChild {
  return <p class="unsupported">Unsupported {what}: the demo page can’t show it.</p>;
}
