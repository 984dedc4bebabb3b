import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PageMessage, PageState } from '../page-server/page-state.ts';
import { useReader } from './blocks/reader.ts';
import { MessageView } from './message.tsx';
import { NewPill } from './new-pill.tsx';
import { NoticeView } from './notice.tsx';
import { type TimelineItem, toTimeline } from './timeline.ts';
import { type Target, useFollowing } from './use-following.ts';
import type { Slack } from './use-slack.ts';
import type { Unread } from './use-unread.ts';

interface Props {
  readonly state: PageState;
  readonly slack: Slack;
  readonly unread: Unread;
  readonly target: Target | undefined;
  /** The reader wants to answer in the message's thread. */
  readonly onReply: (message: PageMessage) => void;
}

/** All messages of one place; mounted anew for another one, so that a screen reader hears only what is new there. */
export function MessageList({ state, slack, unread, target, onReply }: Props): ComponentChild {
  const { locale, timeZone } = useReader();
  const { messages, people, channels, personId } = state;
  const isTheirs = ({ authorId }: PageMessage): boolean => authorId !== personId;
  // The line stays where it was when the place was opened, also once all is seen.
  const [newFrom] = useState(() => messages.find((message) => isTheirs(message) && message.ts > unread.upTo)?.ts);

  const dayOf = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }).format;
  const items = toTimeline({ messages, notices: slack.notices, dayOf, newFrom });
  const said = items.filter(({ kind }) => kind === 'message' || kind === 'notice');
  // A link leads to one message: those before it were not missed.
  const [missedFrom, setMissedFrom] = useState(target ? said.length : 0);
  const last = messages.at(-1);
  const { list, content, atEnd, onScroll, toEnd } = useFollowing({
    newest: `${last?.ts} ${last?.version} ${said.length}`,
    sending: slack.sending,
    target,
    onEnd() {
      setMissedFrom(said.length);
      if (last) unread.see(last.ts);
    },
  });

  useEffect(() => {
    if (target) unread.see(target.ts);
  }, [target]);

  const draw = (item: TimelineItem): ComponentChild => {
    switch (item.kind) {
      case 'day':
        return (
          <p class="day" key={item.key}>
            <span>{item.day}</span>
          </p>
        );
      case 'new':
        return (
          <p class="day new-line" key={item.key}>
            <span>New</span>
          </p>
        );
      case 'notice':
        return <NoticeView key={item.key} notice={item.notice} onDismiss={() => slack.dismiss(item.notice.id)} />;
      case 'message': {
        const { message } = item;
        return (
          <MessageView
            key={item.key}
            message={message}
            author={people.find(({ id }) => id === message.authorId)}
            around={{ ...slack.actsIn(message.ts), people, channels }}
            shortcuts={state.messageShortcuts}
            onShortcut={(callbackId) => slack.useShortcut({ ts: message.ts, callbackId })}
            onReply={() => onReply(message)}
          />
        );
      }
    }
  };
  const missed = atEnd ? 0 : said.slice(missedFrom).filter((item) => item.kind !== 'message' || isTheirs(item.message));
  return (
    <div class="message-place">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: only what has the focus is scrolled by the arrow keys */}
      <div class="messages" ref={list} role="log" aria-label="Messages" tabIndex={0} onScroll={onScroll}>
        <div ref={content}>
          {said.length === 0 && <p class="empty">Nothing here yet. Type / to see what the app can do.</p>}
          {items.map(draw)}
        </div>
      </div>
      <NewPill
        count={missed === 0 ? 0 : missed.length}
        onClick={() => {
          toEnd();
          list.current?.focus({ preventScroll: true });
        }}
      />
    </div>
  );
}
