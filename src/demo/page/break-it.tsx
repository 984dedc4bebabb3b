import type { ComponentChild } from 'preact';
import type { PageState } from '../page-server/page-state.ts';
import type { Channel } from '../slack/types.ts';
import { changeChannel, moveFaultSwitch } from './api.ts';
import { Switch } from './switch.tsx';
import type { ClockMoves } from './use-clock-moves.ts';

const DAY_MS = 86_400_000;

/** What a switch of a group does, by the group's name. */
const HINTS: Readonly<Record<string, string>> = {
  'Tencent Chat': 'Chat answers the app’s next calls like this, until you switch it off.',
  Webhooks: 'What people do in Chat happens, and the app isn’t told.',
  Slack: 'Slack treats the app’s next messages like this, until you switch it off.',
};

interface Props {
  readonly state: PageState;
  /** The one that is open, unless it is a direct message. */
  readonly channel: Channel | undefined;
  readonly moves: ClockMoves;
}

/** Everything that can go amiss around the app, folded away until it is wanted. */
export function BreakIt({ state: { faults, botUserId, clockAheadMs }, channel, moves }: Props): ComponentChild {
  const faultsOn = faults.filter(({ on }) => on).length;
  return (
    <details class="break-it">
      <summary>
        <h3>Break it</h3>
        {faultsOn > 0 && <span class="count">{faultsOnText(faultsOn)}</span>}
      </summary>
      {[...Map.groupBy(faults, ({ group }) => group)].map(([group, switches]) => (
        <fieldset key={group}>
          <legend>{group}</legend>
          <p class="hint">{HINTS[group] ?? 'It stays so until you switch it off.'}</p>
          {switches.map(({ id, label, on }) => (
            <Switch key={id} label={label} on={on} onMove={(isOn) => moveFaultSwitch({ id, on: isOn })} />
          ))}
        </fieldset>
      ))}
      {channel && <ChannelSwitches channel={channel} botUserId={botUserId} />}
      {clockAheadMs !== null && (
        <fieldset>
          <legend>The app</legend>
          <p class="hint">The clock jumps without a stop. What was due meanwhile comes late, or is missed.</p>
          <button
            type="button"
            class="button"
            aria-busy={moves.isMoving}
            onClick={() => moves.beDown(DAY_MS).then(showOutcome)}
          >
            App was down for a day
          </button>
        </fieldset>
      )}
    </details>
  );
}

/** It stands below the clock, which may be out of sight by then. */
function showOutcome(): void {
  document.querySelector('.clock-outcome')?.scrollIntoView({ block: 'nearest' });
}

/** @param count from 1 */
export function faultsOnText(count: number): string {
  return count === 1 ? '1 fault on' : `${count} faults on`;
}

/** What an admin may do to the open channel. */
function ChannelSwitches({
  channel: { id, name, memberIds, isArchived = false, isRestricted = false },
  botUserId,
}: {
  channel: Channel;
  botUserId: string;
}): ComponentChild {
  return (
    <fieldset>
      <legend>#{name}</legend>
      <p class="hint">What an admin of Slack can do to this channel.</p>
      <Switch
        label="followstats is a member"
        on={memberIds.includes(botUserId)}
        onMove={(hasBot) => changeChannel({ channel: id, hasBot })}
      />
      <Switch label="Archived" on={isArchived} onMove={(on) => changeChannel({ channel: id, isArchived: on })} />
      <Switch
        label="Only admins may post"
        on={isRestricted}
        onMove={(on) => changeChannel({ channel: id, isRestricted: on })}
      />
    </fieldset>
  );
}
