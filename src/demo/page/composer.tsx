import type { ComponentChild, RefObject } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import type { PageState } from '../page-server/page-state.ts';
import { usageHintOf } from './completion.ts';
import { CompletionList } from './completion-list.tsx';
import { Icon } from './icons.tsx';
import { useCompletion } from './use-completion.ts';

interface Props {
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly draft: string;
  readonly setDraft: (text: string) => void;
  readonly state: PageState;
  /** There is no channel to write to. */
  readonly isClosed: boolean;
  readonly placeholder: string;
  readonly sending: boolean;
  /** Who began the thread that is answered in; undefined for the channel itself. */
  readonly replyTo: string | undefined;
  readonly onLeaveThread: () => void;
  readonly onSend: (text: string) => void;
}

/** Enter sends, Shift+Enter begins a line. While names are offered, Enter and Tab take one and Escape puts them away. */
export function Composer(props: Props): ComponentChild {
  const { input, draft, setDraft, state, isClosed, placeholder, sending, replyTo, onLeaveThread, onSend } = props;
  const listId = useId();
  const completion = useCompletion({ input, draft, setDraft, state });
  const hint = usageHintOf(draft, state);

  // The height follows the text.
  useLayoutEffect(() => {
    const { current } = input;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [draft]);

  const send = (): void => {
    if (draft.trim() === '' || isClosed) return;
    setDraft('');
    onSend(draft);
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {completion.open && <CompletionList id={listId} completion={completion} />}
      {replyTo !== undefined && (
        <p class="composer-thread">
          <span>
            In the thread below what <b>{replyTo}</b> said
          </span>
          <button type="button" class="icon-button" aria-label="Leave the thread" onClick={onLeaveThread}>
            <Icon name="close" />
          </button>
        </p>
      )}
      <div class="composer-box">
        <textarea
          ref={input}
          id="message-box"
          rows={1}
          aria-label="Message"
          aria-autocomplete="list"
          aria-controls={completion.open ? listId : undefined}
          aria-activedescendant={completion.open ? `${listId}-${completion.chosen}` : undefined}
          placeholder={placeholder}
          value={draft}
          disabled={isClosed}
          onInput={({ currentTarget }) => {
            setDraft(currentTarget.value);
            completion.follow();
          }}
          onKeyUp={completion.follow}
          onClick={completion.follow}
          onBlur={completion.dismiss}
          onKeyDown={(event) => {
            if (completion.takeKey(event)) return;
            // An input method uses Enter to accept what it suggests.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="send" aria-label="Send" disabled={draft.trim() === ''}>
          <Icon name="send" />
        </button>
      </div>
      <p class="composer-foot">
        <span role="status">{sending ? 'Sending…' : ''}</span>
        {!sending && (hint ?? <Hint />)}
      </p>
    </form>
  );
}

/** On a phone only what fits, and no keys that it hasn't. */
function Hint(): ComponentChild {
  return (
    <>
      / for commands · @ for people<span class="with-keyboard"> · Enter sends · Shift+Enter for a new line</span>
    </>
  );
}
