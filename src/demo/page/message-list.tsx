import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageMessage, PageState } from '../page-server/page-state.ts';
import { useReader } from './blocks/reader.ts';
import { MessageView } from './message.tsx';
import { NoticeView } from './notice.tsx';
import type { Slack } from './use-slack.ts';

/** Pixels from the end within which the reader counts as following along. */
const NEAR_END = 120;

interface Props {
  readonly state: PageState;
  readonly slack: Slack;
  /** The reader wants to answer in the message's thread. */
  readonly onReply: (message: PageMessage) => void;
}

/** All messages of one place; mounted anew for another one, so that a screen reader hears only what is new there. */
export function MessageList({ state, slack, onReply }: Props): ComponentChild {
  const { locale, timeZone } = useReader();
  const list = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const { messages, people, channels } = state;
  const dayOf = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone });
  const newest = `${messages.at(-1)?.ts} ${messages.at(-1)?.version} ${slack.notices.at(-1)?.id}`;

  useLayoutEffect(() => {
    const { current } = list;
    // After sending, a person wants to see the answer.
    following.current ||= slack.sending;
    if (current && following.current) current.scrollTop = current.scrollHeight;
  }, [newest, slack.sending]);

  return (
    <div
      class="messages"
      ref={list}
      role="log"
      aria-label="Messages"
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        following.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
      }}
    >
      {messages.length === 0 && <p class="empty">Nothing here yet. Type / to see what the app can do.</p>}
      {messages.map((message, at) => {
        const day = dayOf.format(timeOf(message));
        const before = messages[at - 1];
        return [
          (!before || dayOf.format(timeOf(before)) !== day) && (
            <p class="day" key={day}>
              <span>{day}</span>
            </p>
          ),
          <MessageView
            key={message.ts}
            message={message}
            author={people.find(({ id }) => id === message.authorId)}
            around={{ ...slack.actsIn(message.ts), people, channels }}
            shortcuts={state.messageShortcuts}
            onShortcut={(callbackId) => slack.useShortcut({ ts: message.ts, callbackId })}
            onReply={() => onReply(message)}
          />,
        ];
      })}
      {slack.notices.map((notice) => (
        <NoticeView key={notice.id} notice={notice} onDismiss={() => slack.dismiss(notice.id)} />
      ))}
    </div>
  );
}

function timeOf({ ts }: PageMessage): number {
  return Number(ts) * 1000;
}
