import type { ComponentChild, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { type Shape, shapeOf, textOf } from './shape.ts';
import { TextObject } from './text-object.tsx';

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** Slack's confirmation dialog object. */
  readonly confirm: Shape;
  readonly onConfirm: () => void;
}

/** Closed until its owner calls `showModal()`; Escape and the deny button close it without a word to the app. */
export function ConfirmDialog({ dialog, confirm, onConfirm }: Props): ComponentChild {
  const titleId = useId();
  const close = (): void => dialog.current?.close();
  return (
    <dialog ref={dialog} class="confirm" aria-labelledby={titleId}>
      <h2 id={titleId}>
        <TextObject text={shapeOf(confirm.title)} />
      </h2>
      <TextObject text={shapeOf(confirm.text)} />
      <div class="confirm-buttons">
        <button type="button" class="button" onClick={close}>
          <TextObject text={shapeOf(confirm.deny)} />
        </button>
        <button
          type="button"
          class={`button ${textOf(confirm.style) || 'primary'}`}
          onClick={() => {
            close();
            onConfirm();
          }}
        >
          <TextObject text={shapeOf(confirm.confirm)} />
        </button>
      </div>
    </dialog>
  );
}
