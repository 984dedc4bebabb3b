import type { ComponentChild, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { type Shape, shapeOf, textOf } from './shape.ts';
import { TextObject } from './text-object.tsx';

const YES = 'yes';

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** Slack's confirmation dialog object. */
  readonly confirm: Shape;
  readonly onConfirm: () => void;
  readonly onDeny: () => void;
}

/** Closed until its owner calls `showModal()`; Escape and the deny button close it without a word to the app. */
export function ConfirmDialog({ dialog, confirm, onConfirm, onDeny }: Props): ComponentChild {
  const id = useId();
  const close = (answer: '' | typeof YES): void => dialog.current?.close(answer);
  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      // A dialog keeps its last answer, and Escape gives none.
      onCancel={({ currentTarget }) => {
        currentTarget.returnValue = '';
      }}
      onClose={({ currentTarget }) => (currentTarget.returnValue === YES ? onConfirm() : onDeny())}
    >
      <h2 id={`${id}-title`}>
        {confirm.title === undefined ? 'Are you sure?' : <TextObject text={shapeOf(confirm.title)} />}
      </h2>
      <div id={`${id}-text`}>
        <TextObject text={shapeOf(confirm.text)} />
      </div>
      <div class="confirm-buttons">
        <button type="button" class="button" onClick={() => close('')}>
          {confirm.deny === undefined ? 'Cancel' : <TextObject text={shapeOf(confirm.deny)} />}
        </button>
        <button type="button" class={`button ${textOf(confirm.style) || 'primary'}`} onClick={() => close(YES)}>
          {confirm.confirm === undefined ? 'Yes' : <TextObject text={shapeOf(confirm.confirm)} />}
        </button>
      </div>
    </dialog>
  );
}
