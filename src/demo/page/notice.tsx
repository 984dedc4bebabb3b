import type { ComponentChild } from 'preact';
import { useReader } from './blocks/reader.ts';
import { Icon } from './icons.tsx';
import type { Notice } from './use-notices.ts';

/** Slackbot's word to one person. It isn't a message of the workspace: a reload forgets it. */
export function NoticeView({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }): ComponentChild {
  const { locale, timeZone } = useReader();
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(notice.at);
  return (
    <div class="message notice" data-testid="notice">
      <span class="avatar slackbot" aria-hidden="true">
        !
      </span>
      <div class="message-body">
        <header>
          <b>Slackbot</b>
          <time dateTime={new Date(notice.at).toISOString()}>{time}</time>
          <span class="only-you">
            <Icon name="eye" /> Only visible to you
          </span>
        </header>
        <p>{notice.text}</p>
      </div>
      <button type="button" class="icon-button" aria-label="Dismiss" onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
