import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { ActState } from '../page-server/page-state.ts';
import { letHappen } from './api.ts';

/** What people do in Chat, of which the app hears by webhooks. One thing at a time: further clicks do nothing meanwhile. */
export function ChatActs({ acts }: { acts: readonly ActState[] }): ComponentChild {
  const [isBusy, setBusy] = useState(false);
  const [words, setWords] = useState('');

  const run = async (id: string): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setWords('');
    setWords(await letHappen({ id }).catch((error: unknown) => `That didn’t work: ${String(error)}`));
    setBusy(false);
  };

  return (
    <section class="chat-acts" aria-labelledby="chat-acts-title">
      <h3 id="chat-acts-title">In Tencent Chat</h3>
      <p class="hint">Chat tells the app at once, by webhook: the next look-up shows it.</p>
      {acts.map(({ id, label }) => (
        <button key={id} type="button" class="button" aria-busy={isBusy} onClick={() => void run(id)}>
          {label}
        </button>
      ))}
      <p class="chat-acts-outcome" role="status">
        {words}
      </p>
    </section>
  );
}
