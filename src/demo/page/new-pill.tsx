import type { ComponentChild } from 'preact';

/** Says that something came below what the reader looks at, and leads there. */
export function NewPill({ count, onClick }: { count: number; onClick: () => void }): ComponentChild {
  const words = count === 1 ? '1 new message' : `${count} new messages`;
  return (
    <div class="new-pill" role="status">
      {count > 0 && (
        <button type="button" onClick={onClick}>
          {words} <span aria-hidden="true">↓</span>
        </button>
      )}
    </div>
  );
}
