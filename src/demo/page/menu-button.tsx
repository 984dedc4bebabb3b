import type { ComponentChild } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isWithin } from './blocks/focus.ts';
import { Icon } from './icons.tsx';

export interface MenuItem {
  readonly key: string;
  readonly content: ComponentChild;
  /** What else there is to know of it. */
  readonly title?: string | undefined;
  /** Opens in a tab of its own, besides. */
  readonly url?: string | undefined;
  readonly act: () => void;
}

interface Props {
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly class?: string;
  readonly isBusy?: boolean;
  readonly items: readonly MenuItem[];
}

/** Three dots and their menu: opened with the mouse or with Enter, gone through with the arrows, left with Escape. */
export function MenuButton({ label, describedBy, class: style = '', isBusy = false, items }: Props): ComponentChild {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const lines = (): HTMLElement[] => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  useLayoutEffect(() => {
    if (!open) return;
    const { current } = menu;
    // Before anything scrolls there: below the dots to the right, or to the left where the page ends.
    if (current && current.getBoundingClientRect().right > document.documentElement.clientWidth) {
      current.dataset.turned = 'true';
    }
    lines()[0]?.focus();
    current?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  const choose = (act: () => void): void => {
    setOpen(false);
    button.current?.focus();
    act();
  };
  const move = (by: number): void => {
    const all = lines();
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + by + all.length) % all.length]?.focus();
  };
  const onKey: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => lines()[0]?.focus(),
    End: () => lines().at(-1)?.focus(),
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
      class={`menu-holder ${style}`}
      data-open={open}
      onFocusOut={(event) => {
        if (!isWithin(event)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={label}
        aria-describedby={describedBy}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-busy={isBusy}
        // Not disabled while busy: the focus would be lost.
        onClick={() => setOpen(!open && !isBusy)}
        onKeyDown={takeKey}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div ref={menu} id={id} class="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={takeKey}>
          {items.map(({ key, content, title, url, act }) =>
            url === undefined ? (
              <button key={key} type="button" role="menuitem" title={title} onClick={() => choose(act)}>
                {content}
              </button>
            ) : (
              <a
                key={key}
                role="menuitem"
                title={title}
                href={url}
                target="_blank"
                rel="noreferrer"
                onClick={() => choose(act)}
              >
                {content}
              </a>
            ),
          )}
        </div>
      )}
    </div>
  );
}
