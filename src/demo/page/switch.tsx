import type { ComponentChild } from 'preact';

interface Props {
  readonly label: string;
  readonly on: boolean;
  readonly onMove: (on: boolean) => void;
}

export function Switch({ label, on, onMove }: Props): ComponentChild {
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
