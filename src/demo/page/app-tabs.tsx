import type { ComponentChild } from 'preact';
import { HOME, MESSAGES, type PageState } from '../page-server/page-state.ts';
import { toCount, UnreadCount } from './unread-count.tsx';

interface Props {
  readonly state: PageState;
  /** Messages of the app that the person hasn't seen. */
  readonly unread: number;
  readonly onOpen: (channelId: string) => void;
}

/** The app's own places, as Slack shows them below its name. */
export function AppTabs({ state: { channelId, hasHomeTab }, unread, onOpen }: Props): ComponentChild {
  const isHome = channelId === HOME;
  return (
    <nav class="app-tabs" aria-label="followstats">
      {hasHomeTab && (
        <button type="button" aria-current={isHome ? 'page' : undefined} onClick={() => onOpen(HOME)}>
          Home
        </button>
      )}
      <button
        type="button"
        aria-label={unread > 0 ? `Messages, ${toCount(unread)} unread` : undefined}
        aria-current={isHome ? undefined : 'page'}
        onClick={() => onOpen(MESSAGES)}
      >
        Messages
        {unread > 0 && <UnreadCount count={toCount(unread)} isPersonal />}
      </button>
    </nav>
  );
}
