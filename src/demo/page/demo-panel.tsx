import type { ComponentChild } from 'preact';
import type { Example, FaultState } from '../page-server/page-state.ts';
import type { Channel } from '../slack/types.ts';
import { changeChannel, moveFaultSwitch } from './api.ts';
import { ClockControl } from './clock-control.tsx';
import { Icon } from './icons.tsx';

interface Props {
  /** The one that is open, unless it is a direct message. */
  readonly channel: Channel | undefined;
  readonly botUserId: string;
  readonly faults: readonly FaultState[];
  readonly hasClock: boolean;
  readonly examples: readonly Example[];
  readonly onExample: (example: Example) => void;
  readonly onClose: () => void;
}

/** What Slack doesn't have: lines to try, and switches that make the stand-ins misbehave. */
export function DemoPanel({
  channel,
  botUserId,
  faults,
  hasClock,
  examples,
  onExample,
  onClose,
}: Props): ComponentChild {
  const groups = Map.groupBy(faults, ({ group }) => group);
  return (
    <aside class="panel" id="panel" aria-label="Try and break">
      <header>
        <h2>Try this</h2>
        <button type="button" class="icon-button" aria-label="Close the panel" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {[...Map.groupBy(examples, ({ group }) => group)].map(([group, some]) => (
        <section key={group}>
          <h3>{group}</h3>
          <ul class="examples">
            {some.map((example) => (
              <li key={example.text}>
                <button type="button" onClick={() => onExample(example)}>
                  <code>{example.text}</code>
                  <small>{example.why}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {hasClock && <ClockControl />}
      <h2>Break it</h2>
      <p class="hint">
        Each switch stays on until you turn it off. It works on the real app’s next calls; counts read within the last
        minute come from its cache, so press Refresh.
      </p>
      {[...groups].map(([group, switches]) => (
        <fieldset key={group}>
          <legend>{group}</legend>
          {switches.map((fault) => (
            <Switch
              key={fault.id}
              label={fault.label}
              on={fault.on}
              onMove={(on) => moveFaultSwitch({ id: fault.id, on })}
            />
          ))}
        </fieldset>
      ))}
      {channel && <ChannelSwitches channel={channel} botUserId={botUserId} />}
    </aside>
  );
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

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onMove: (on: boolean) => void;
}

function Switch({ label, on, onMove }: SwitchProps): ComponentChild {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        onChange={({ currentTarget }) => onMove(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
