import type { ComponentChild, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { HOME, type PageMessage, type PageState } from '../page-server/page-state.ts';
import type { Channel } from '../slack/types.ts';
import { openAppTab } from './api.ts';
import { AppTabs } from './app-tabs.tsx';
import { channelTitle, isOfApp } from './channel-name.tsx';
import { Composer } from './composer.tsx';
import { Home } from './home.tsx';
import { MessageList } from './message-list.tsx';
import type { Target } from './use-following.ts';
import { placeKeyOf } from './use-notices.ts';
import type { Slack } from './use-slack.ts';
import { countOfApp, type Unread } from './use-unread.ts';

interface Props {
  readonly composer: RefObject<HTMLTextAreaElement | null>;
  readonly state: PageState;
  readonly slack: Slack;
  readonly unread: Unread;
  readonly target: Target | undefined;
  readonly onOpen: (channelId: string) => void;
}

/** What is said in the open place, and the box to say something; or the app's Home tab. */
export function Conversation({ composer, state, slack, unread, target, onOpen }: Props): ComponentChild {
  const { personId, channelId, names } = state;
  const [draft, setDraft] = useState('');
  const [thread, setThread] = useState<PageMessage>();
  // A thread is left with its channel.
  const replyTo = thread?.channelId === channelId ? thread : undefined;
  const channel = state.channels.find(({ id }) => id === channelId);
  const isApp = isOfApp(channelId);
  const tab = channelId === HOME ? 'home' : 'messages';

  useEffect(() => {
    if (!isApp) return;
    openAppTab({ as: personId, tab }).catch(() => {
      // The app failed to answer; its tab stays as it was.
    });
  }, [personId, isApp, tab]);

  const place = placeKeyOf(personId, channelId);
  return (
    <>
      {isApp && <AppTabs state={state} unread={countOfApp(unread.counts)} onOpen={onOpen} />}
      {channelId === HOME ? (
        <Home key={personId} state={state} />
      ) : (
        <>
          <MessageList
            key={place}
            state={state}
            slack={slack}
            unread={unread}
            target={target?.channelId === channelId ? target : undefined}
            onReply={(message) => {
              setThread(message);
              composer.current?.focus();
            }}
          />
          <Composer
            input={composer}
            draft={draft}
            setDraft={setDraft}
            state={state}
            isClosed={channel === undefined}
            placeholder={replyTo ? 'Reply…' : placeholderOf(channel, names)}
            sending={slack.sending}
            replyTo={replyTo && authorOf(replyTo, state)}
            onLeaveThread={() => {
              setThread(undefined);
              composer.current?.focus();
            }}
            onSend={(text) => slack.send(text, replyTo && (replyTo.threadTs ?? replyTo.ts))}
          />
        </>
      )}
    </>
  );
}

function authorOf({ authorId, username = 'followstats' }: PageMessage, { people }: PageState): string {
  return people.find(({ id }) => id === authorId)?.realName ?? username;
}

function placeholderOf(channel: Channel | undefined, names: PageState['names']): string {
  if (!channel) return 'No channel to write to';
  return channel.isArchived ? 'This channel is archived' : `Message ${names[channel.id] ?? channelTitle(channel)}`;
}
