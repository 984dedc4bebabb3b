import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { moveClock } from './api.ts';
import { useReader } from './blocks/reader.ts';

const HOUR_MS = 3_600_000;
const STEPS = [
  ['+1 hour', HOUR_MS],
  ['+1 day', 24 * HOUR_MS],
  ['+1 week', 7 * 24 * HOUR_MS],
] as const;
/** It shows minutes. */
const TICK_MS = 5000;

/** The time by which Slack and the app go, as the person's wall shows it, and the ways to move it forward. */
export function ClockControl(): ComponentChild {
  const { locale, timeZone, aheadMs } = useReader();
  const [machine, setMachine] = useState(Date.now);
  const [moving, setMoving] = useState(false);
  const [errorText, setErrorText] = useState<string>();
  useEffect(() => {
    const timer = setInterval(() => setMachine(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);

  const now = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Math.max(machine, Date.now()) + aheadMs);

  const move = async (byMs: number): Promise<void> => {
    setMoving(true);
    try {
      await moveClock({ byMs });
      setErrorText(undefined);
    } catch (error) {
      setErrorText(error instanceof Error ? error.message : String(error));
    }
    setMoving(false);
  };

  return (
    <fieldset class="clock">
      <legend>Clock</legend>
      <p>
        <time>{now}</time> <small>{timeZone}</small>
      </p>
      <div class="clock-steps">
        {STEPS.map(([label, byMs]) => (
          <button key={label} type="button" class="button" disabled={moving} onClick={() => move(byMs)}>
            {label}
          </button>
        ))}
      </div>
      <p class="hint">A jump over a digest’s time makes its post late, as if the app had been down.</p>
      {errorText !== undefined && <p role="alert">{errorText}</p>}
    </fieldset>
  );
}
