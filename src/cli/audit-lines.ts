import type { Audit, AuditRecord } from '../followstats/audit/audit.ts';

const HEADING = { at: 'when (UTC)', actor: 'who', channelId: 'where', action: 'what', outcome: 'outcome' };
/** As wide as the usual values: Slack's ids have eleven characters. */
const WIDTHS = { at: 23, actor: 11, channelId: 11, action: 11, outcome: 8 } as const;

/**
 * Yields the audit log, a line an entry: JSON, or a table for people.
 * @param since Unix milliseconds
 */
export async function* auditLines(
  audit: Pick<Audit, 'read'>,
  { since, json }: { readonly since: number; readonly json: boolean },
): AsyncIterable<string> {
  if (!json) yield toRow({ ...HEADING, details: 'details' });
  for await (const record of audit.read(since)) yield json ? toJson(record) : toRow(toCells(record));
}

const isoTime = (at: number): string => new Date(at).toISOString();

function toJson({ at, actor, channelId: channel, action, outcome, details }: AuditRecord): string {
  return JSON.stringify({ at: isoTime(at), actor, channel, action, outcome, details });
}

function toCells({ at, details, ...rest }: AuditRecord) {
  const words = Object.entries(details).map(([name, value]) => `${name}=${value}`);
  return { ...rest, at: isoTime(at).replace('T', ' ').slice(0, -1), details: words.join(' ') };
}

function toRow(cells: Readonly<Record<keyof typeof WIDTHS | 'details', string>>): string {
  const columns = Object.entries(WIDTHS).map(([name, width]) => cells[name as keyof typeof WIDTHS].padEnd(width));
  // Control characters in what people wrote must not reach the terminal.
  return [...columns, cells.details].join('  ').replace(/\p{C}/gu, '\ufffd').trimEnd();
}
