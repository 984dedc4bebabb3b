import type { ComponentChild } from 'preact';
import { useRef } from 'preact/hooks';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { type Shape, shapeOf } from './shape.ts';

interface Confirm {
  /** Does it at once, or after a yes where the element has a dialog. */
  readonly ask: (act: () => void, undo?: () => void) => void;
  /** Has to stand beside the element. */
  readonly dialog: ComponentChild;
}

/** The dialog before an element acts. */
export function useConfirm(element: Shape): Confirm {
  const dialog = useRef<HTMLDialogElement>(null);
  const waiting = useRef<{ readonly act: () => void; readonly undo: () => void }>(undefined);
  if (element.confirm === undefined) return { ask: (act) => act(), dialog: null };
  return {
    ask: (act, undo = () => {}) => {
      waiting.current = { act, undo };
      dialog.current?.showModal();
    },
    dialog: (
      <ConfirmDialog
        dialog={dialog}
        confirm={shapeOf(element.confirm)}
        onConfirm={() => waiting.current?.act()}
        onDeny={() => waiting.current?.undo()}
      />
    ),
  };
}
