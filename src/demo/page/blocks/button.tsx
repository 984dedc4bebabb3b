import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { toSafeUrl } from './link.tsx';
import { usePress } from './reader.ts';
import { type Shape, shapeOf, textOf } from './shape.ts';
import { TextObject } from './text-object.tsx';

export function Button({ button, blockId }: { button: Shape; blockId: string }): ComponentChild {
  const press = usePress();
  const [isSending, setSending] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);

  const run = async (): Promise<void> => {
    setSending(true);
    await press({ actionId: textOf(button.action_id), blockId });
    setSending(false);
  };
  const label = textOf(button.accessibility_label) || undefined;
  const style = `button ${textOf(button.style)}`;
  const url = toSafeUrl(textOf(button.url));

  if (url !== undefined) {
    // Slack opens the link and tells the app about the press all the same.
    return (
      <a class={style} href={url} target="_blank" rel="noreferrer" aria-label={label} onClick={run}>
        <TextObject text={shapeOf(button.text)} />
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        class={style}
        aria-label={label}
        aria-busy={isSending}
        disabled={isSending}
        onClick={() => (button.confirm === undefined ? run() : dialog.current?.showModal())}
      >
        <TextObject text={shapeOf(button.text)} />
      </button>
      {button.confirm !== undefined && (
        <ConfirmDialog dialog={dialog} confirm={shapeOf(button.confirm)} onConfirm={run} />
      )}
    </>
  );
}
