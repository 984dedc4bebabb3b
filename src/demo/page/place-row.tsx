import type { ComponentChild } from 'preact';
import { toCount, UnreadCount } from './unread-count.tsx';

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

/** A line of the sidebar that leads somewhere. */
export function PlaceRow({ title, name, isOpen, unread, isPersonal, onOpen, children }: Props): ComponentChild {
  const count = toCount(unread);
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
        {unread > 0 && <UnreadCount count={count} isPersonal={isPersonal} />}
      </button>
    </li>
  );
}
