import type { ComponentChild } from 'preact';

interface Props {
  readonly title: string;
  /** Its title as it is said beside a number: `#growth`. */
  readonly name: string;
  readonly isOpen: boolean;
  /** Messages there that the person hasn't seen. */
  readonly unread: number;
  /** The unread ones are for this person alone, so that the number stands out. */
  readonly isPersonal: boolean;
  readonly onOpen: () => void;
  /** The mark in front. */
  readonly children: ComponentChild;
}

/** More than any badge says. */
const MOST = 99;

/** A line of the sidebar that leads somewhere. */
export function PlaceRow({ title, name, isOpen, unread, isPersonal, onOpen, children }: Props): ComponentChild {
  const count = unread > MOST ? `${MOST}+` : String(unread);
  return (
    <li>
      <button
        type="button"
        class="place"
        aria-label={unread > 0 ? `${name}, ${count} unread` : undefined}
        aria-current={isOpen ? 'page' : undefined}
        data-unread={unread > 0}
        onClick={onOpen}
      >
        {children}
        <span class="place-title">{title}</span>
        {unread > 0 && (
          <span class={isPersonal ? 'unread personal' : 'unread'} aria-hidden="true">
            {count}
          </span>
        )}
      </button>
    </li>
  );
}
