/** What each person of the workspace has seen, as far as this browser tab knows. A `ts` is Slack's: seconds, with six decimals. */
export interface Seen {
  /** When the page was opened first: what is older counts as seen. */
  readonly since: string;
  /** Person → channel → `ts` of the newest message seen there. */
  readonly upTo: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** @param at Unix milliseconds of the demo's clock */
export function beginSeen(at: number): Seen {
  return { since: toTs(at), upTo: {} };
}

/** The `ts` up to which this person has seen a channel. */
export function seenUpTo({ since, upTo }: Seen, personId: string, channelId: string): string {
  const seen = upTo[personId]?.[channelId] ?? since;
  return seen > since ? seen : since;
}

/** The same object when there is nothing new in it. */
export function withSeen(seen: Seen, personId: string, channelId: string, ts: string): Seen {
  if (seenUpTo(seen, personId, channelId) >= ts) return seen;
  return { ...seen, upTo: { ...seen.upTo, [personId]: { ...seen.upTo[personId], [channelId]: ts } } };
}

/** How many messages of each channel this person has not seen; only channels that have some. */
export function countUnread(
  seen: Seen,
  personId: string,
  incoming: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, number>> {
  const counts = Object.entries(incoming).map(([channelId, all]): [string, number] => {
    const upTo = seenUpTo(seen, personId, channelId);
    return [channelId, all.filter((ts) => ts > upTo).length];
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/**
 * What was kept as JSON text; undefined when that is missing, isn't it, or was kept beside another demo, whose clock was ahead.
 *
 * @param at Unix milliseconds of the demo's clock
 */
export function readSeen(kept: string | null, at: number): Seen | undefined {
  try {
    const seen: Partial<Seen> | null = JSON.parse(kept ?? 'null');
    if (typeof seen?.since !== 'string' || typeof seen.upTo !== 'object' || seen.upTo === null) return undefined;
    return seen.since > toTs(at) ? undefined : { since: seen.since, upTo: seen.upTo };
  } catch {
    return undefined;
  }
}

function toTs(at: number): string {
  return (at / 1000).toFixed(6);
}
