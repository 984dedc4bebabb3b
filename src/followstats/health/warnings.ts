import type { Health } from './limits.ts';

/** Something that an admin should mend, as it was last seen. */
export type Warning = { readonly health: Exclude<Health, 'ok'> } & (
  | {
      /** What the Slack app was not granted; `fail`: it can't do without these. */
      readonly kind: 'slack-scopes';
      readonly scopes: readonly string[];
    }
  | {
      /** By how many milliseconds the server's clock is ahead, negative while it is behind. */
      readonly kind: 'slack-clock' | 'chat-clock';
      readonly aheadMs: number;
    }
  | { readonly kind: 'store-space'; readonly freeBytes: number }
  | {
      /** Posts of digests that should have come, and for how long the oldest has been due, milliseconds. */
      readonly kind: 'digests';
      readonly count: number;
      readonly lateMs: number;
    }
);

/** Writes warnings down for the store. */
export const writeWarnings = (warnings: readonly Warning[]): string => JSON.stringify(warnings);

/** Reads what `writeWarnings` wrote, here or in another version: what this version doesn't know is left out. Never throws. */
export function readWarnings(text: string | undefined): readonly Warning[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter(isWarning) : [];
  } catch {
    return [];
  }
}

function isWarning(value: unknown): value is Warning {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, health, scopes, aheadMs, freeBytes, count, lateMs }: Readonly<Record<string, unknown>> = { ...value };
  if (health !== 'warn' && health !== 'fail') return false;
  switch (kind) {
    case 'slack-scopes':
      return Array.isArray(scopes) && scopes.every((scope) => typeof scope === 'string');
    case 'slack-clock':
    case 'chat-clock':
      return Number.isFinite(aheadMs);
    case 'store-space':
      return Number.isFinite(freeBytes);
    case 'digests':
      return Number.isFinite(count) && Number.isFinite(lateMs);
    default:
      return false;
  }
}
