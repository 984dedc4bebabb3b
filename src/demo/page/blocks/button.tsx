import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { toSafeUrl } from './link.tsx';
import { useAround } from './reader.ts';
import { type Shape, shapeOf, textOf } from './shape.ts';
import { TextObject } from './text-object.tsx';
import { useConfirm } from './use-confirm.tsx';

export function Button({ button, blockId }: { button: Shape; blockId: string }): ComponentChild {
  const { press } = useAround();
  const [isSending, setSending] = useState(false);
  const { ask, dialog } = useConfirm(button);

  const run = async (): Promise<void> => {
    if (isSending) return;
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
        // Not disabled while busy: the focus would be lost.
        onClick={() => ask(run)}
      >
        <TextObject text={shapeOf(button.text)} />
      </button>
      {dialog}
    </>
  );
}
