import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { MenuButton } from '../menu-button.tsx';
import { toChoice } from './choices.ts';
import { toEmojiText } from './emoji.ts';
import { toSafeUrl } from './link.tsx';
import { useAround } from './reader.ts';
import { inOrder, type Shape, shapesOf, textOf } from './shape.ts';
import { useConfirm } from './use-confirm.tsx';

interface Props {
  readonly menu: Shape;
  readonly blockId: string;
  readonly describedBy?: string | undefined;
}

/** A few further things to do, behind three dots. */
export function Overflow({ menu, blockId, describedBy }: Props): ComponentChild {
  const { choose } = useAround();
  const [isSending, setSending] = useState(false);
  const { ask, dialog } = useConfirm(menu);

  const run = async (value: string): Promise<void> => {
    setSending(true);
    await choose({ actionId: textOf(menu.action_id), blockId }, value);
    setSending(false);
  };
  const items = inOrder(shapesOf(menu.options)).map(({ place, item }) => {
    const { value, label, description } = toChoice(item);
    return {
      key: String(place),
      url: toSafeUrl(textOf(item.url)),
      act: () => ask(() => void run(value)),
      content: (
        <span>
          {toEmojiText(label)}
          {description !== '' && <small class="below">{toEmojiText(description)}</small>}
        </span>
      ),
    };
  });
  return (
    <>
      <MenuButton class="overflow" label="More options" describedBy={describedBy} isBusy={isSending} items={items} />
      {dialog}
    </>
  );
}
