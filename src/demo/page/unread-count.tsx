import type { ComponentChild } from 'preact';

/** More than any badge says. */
const MOST = 99;

/** A number as a badge says it. */
export function toCount(unread: number): string {
  return unread > MOST ? `${MOST}+` : String(unread);
}

interface Props {
  readonly count: string;
  /** For this person alone, so that it stands out. */
  readonly isPersonal: boolean;
}

/** The number itself is drawn by `sidebar.css`: a button's name says it in a sentence, and its text must be part of its name. */
export function UnreadCount({ count, isPersonal }: Props): ComponentChild {
  return <span class={isPersonal ? 'unread personal' : 'unread'} data-count={count} />;
}
