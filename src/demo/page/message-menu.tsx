import type { ComponentChild } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Shortcut } from '../slack/types.ts';
import { Icon } from './icons.tsx';

interface Props {
  readonly shortcuts: readonly Shortcut[];
  readonly onShortcut: (callbackId: string) => void;
  readonly onReply: () => void;
}

/** What can be done with a message: shown on hover and on focus, opened with the mouse or with Enter, left with Escape. */
export function MessageMenu({ shortcuts, onShortcut, onReply }: Props): ComponentChild {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  useLayoutEffect(() => {
    if (open) items()[0]?.focus();
  }, [open]);

  const choose = (act: () => void): void => {
    setOpen(false);
    button.current?.focus();
    act();
  };
  const move = (by: number): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + by + all.length) % all.length]?.focus();
  };
  const onKey: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => choose(() => {}),
  };

  const takeKey = (event: KeyboardEvent): void => {
    const act = open ? onKey[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div
      class="message-menu"
      data-open={open}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={takeKey}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div ref={menu} id={id} class="menu" role="menu" tabIndex={-1} onKeyDown={takeKey}>
          <button type="button" role="menuitem" onClick={() => choose(onReply)}>
            Reply in thread
          </button>
          {shortcuts.map(({ callbackId, name, description }) => (
            <button
              key={callbackId}
              type="button"
              role="menuitem"
              title={description}
              onClick={() => choose(() => onShortcut(callbackId))}
            >
              <img src="/icon.svg" alt="" /> {name}
              <small>followstats</small>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
