import { useState } from 'preact/hooks';

/**
 * State that begins with what a field holds and may run ahead of it.
 *
 * @param undone counts how often a person took back their choice: with each the state is what the field holds again
 */
export function useHeld<Value>(read: () => Value, undone: number): [Value, (next: Value) => void] {
  const [ahead, setAhead] = useState(() => ({ value: read(), undone }));
  return [ahead.undone === undone ? ahead.value : read(), (value) => setAhead({ value, undone })];
}
