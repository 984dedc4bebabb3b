import type { ComponentChild } from 'preact';
import type { Example, FaultState } from '../page-server/page-state.ts';
import { moveFaultSwitch } from './api.ts';
import { Icon } from './icons.tsx';

interface Props {
  readonly faults: readonly FaultState[];
  readonly examples: readonly Example[];
  readonly onExample: (text: string) => void;
  readonly onClose: () => void;
}

/** What Slack doesn't have: lines to try, and switches that make the stand-ins misbehave. */
export function DemoPanel({ faults, examples, onExample, onClose }: Props): ComponentChild {
  const groups = Map.groupBy(faults, ({ group }) => group);
  return (
    <aside class="panel" id="panel" aria-label="Try and break">
      <header>
        <h2>Try this</h2>
        <button type="button" class="icon-button" aria-label="Close the panel" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <ul class="examples">
        {examples.map(({ text, why }) => (
          <li key={text}>
            <button type="button" onClick={() => onExample(text)}>
              <code>{text}</code>
              <small>{why}</small>
            </button>
          </li>
        ))}
      </ul>
      <h2>Break it</h2>
      <p class="hint">
        Each switch stays on until you turn it off. It works on the real app’s next calls; counts read within the last
        minute come from its cache, so press Refresh.
      </p>
      {[...groups].map(([group, switches]) => (
        <fieldset key={group}>
          <legend>{group}</legend>
          {switches.map((fault) => (
            <FaultSwitchRow key={fault.id} fault={fault} />
          ))}
        </fieldset>
      ))}
    </aside>
  );
}

function FaultSwitchRow({ fault: { id, label, on } }: { fault: FaultState }): ComponentChild {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        onChange={({ currentTarget }) => moveFaultSwitch({ id, on: currentTarget.checked })}
      />
      <span>{label}</span>
    </label>
  );
}
