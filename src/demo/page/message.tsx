import type { ComponentChild } from 'preact';
import type { PageMessage } from '../page-server/page-state.ts';
import type { Person, Shortcut } from '../slack/types.ts';
import { Attachments } from './attachments.tsx';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks/block.tsx';
import { Mrkdwn } from './blocks/mrkdwn.tsx';
import { type Acts, type Around, AroundContext, useReader } from './blocks/reader.ts';
import { FileLink } from './file-link.tsx';
import { Icon } from './icons.tsx';
import { MessageMenu } from './message-menu.tsx';

interface Props {
  readonly message: PageMessage;
  /** Undefined: the app, or another one. */
  readonly author: Person | undefined;
  readonly around: Acts & Pick<Around, 'people' | 'channels'>;
  readonly shortcuts: readonly Shortcut[];
  readonly onShortcut: (callbackId: string) => void;
  readonly onReply: () => void;
}

/** One message as its reader sees it: its blocks, or without any its text. */
export function MessageView({ message, author, around, ...menu }: Props): ComponentChild {
  const { locale, timeZone } = useReader();
  const at = new Date(Number(message.ts) * 1000);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at);
  const name = author?.realName ?? message.username ?? 'followstats';
  return (
    <article
      class="message"
      aria-label={`${name}, ${time}`}
      data-ts={message.ts}
      data-ephemeral={message.visibleTo !== undefined}
    >
      {message.username === undefined ? (
        <Avatar person={author} />
      ) : (
        <span class="avatar slackbot" aria-hidden="true">
          {message.username.slice(0, 1).toUpperCase()}
        </span>
      )}
      <div class="message-body">
        <header>
          <b>{name}</b>
          {!author && <span class="badge">APP</span>}
          <time dateTime={at.toISOString()}>{time}</time>
          {message.visibleTo !== undefined && (
            <span class="only-you">
              <Icon name="eye" /> Only visible to you
            </span>
          )}
          {message.threadTs !== undefined && message.threadTs !== message.ts && <span class="note">in a thread</span>}
        </header>
        <AroundContext.Provider value={{ ...around, surface: 'message', values: message.values, errors: {} }}>
          {message.blocks.length > 0 ? <Blocks blocks={message.blocks} /> : <Mrkdwn text={message.text} />}
          <Attachments attachments={message.attachments} />
        </AroundContext.Provider>
        {message.files.map((file) => (
          <FileLink key={file.id} file={file} />
        ))}
      </div>
      {message.visibleTo === undefined && <MessageMenu {...menu} label={`More actions: ${name}, ${time}`} />}
    </article>
  );
}
