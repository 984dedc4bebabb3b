import type { ComponentChild } from 'preact';
import { useReader } from './reader.ts';
import { formatSlackDate } from './slack-date.ts';

/** A Slack date in the reader's zone. `fallback` stands in when the timestamp is none. */
export function SlackDateText(props: { timestamp: number; format: string; fallback: string }): ComponentChild {
  const { locale, timeZone, aheadMs } = useReader();
  const at = new Date(props.timestamp * 1000);
  if (Number.isNaN(at.getTime())) return <>{props.fallback}</>;
  return (
    <time dateTime={at.toISOString()} title={props.fallback}>
      {formatSlackDate(props.timestamp, props.format, { locale, timeZone, now: Date.now() + aheadMs })}
    </time>
  );
}
