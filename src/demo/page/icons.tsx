import type { ComponentChild } from 'preact';

const PATHS = {
  eye: 'M1.5 8s2.5-4.5 6.5-4.5S14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Zm6.5 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  menu: 'M2 4h12M2 8h12M2 12h12',
  sliders: 'M2 5h5m4 0h3M2 11h3m4 0h5M9 3v4M7 9v4',
  send: 'M2 8 14 2 9.5 14 7.5 9 2 8Zm5.5 1L14 2',
  lock: 'M4 7h8v6H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  file: 'M4 1.5h5.5L13 5v9.5H4zM9.5 1.5V5H13',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  home: 'M2 8l6-5.5L14 8M3.5 7v6.5h9V7',
  close: 'M3.5 3.5l9 9m0-9-9 9',
} as const;

/** Decoration beside words, or inside a button that has a label. */
export function Icon({ name }: { name: keyof typeof PATHS }): ComponentChild {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
