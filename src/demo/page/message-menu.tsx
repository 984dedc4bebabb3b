import type { ComponentChild } from 'preact';
import type { Shortcut } from '../slack/types.ts';
import { MenuButton } from './menu-button.tsx';

interface Props {
  /** Names the message, too. */
  readonly label: string;
  readonly shortcuts: readonly Shortcut[];
  readonly onShortcut: (callbackId: string) => void;
  readonly onReply: () => void;
}

/** What can be done with a message: shown on hover and on focus. */
export function MessageMenu({ label, shortcuts, onShortcut, onReply }: Props): ComponentChild {
  return (
    <MenuButton
      class="message-menu"
      label={label}
      items={[
        { key: '', content: 'Reply in thread', act: onReply },
        ...shortcuts.map(({ callbackId, name, description }) => ({
          key: callbackId,
          title: description,
          act: () => onShortcut(callbackId),
          content: (
            <>
              <img src="/icon.svg" alt="" /> {name}
              <small>followstats</small>
            </>
          ),
        })),
      ]}
    />
  );
}
