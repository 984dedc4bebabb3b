import { toRichText } from '../blocks/kit/inline.ts';
import { aboutOf, type Bench } from './channel-trials.ts';
import { contentOf, messageOnlyKinds } from './contents.ts';
import { type Press, pressButtons } from './presses.ts';
import { inModal, sampleHome, sampleLoading, sampleViews } from './sample-views.ts';

/** Tries what the app shows in views. */
interface ViewTrials {
  /** Opens a modal by the trigger of a press. */
  open(press: Press): Promise<void>;
  /** Opens one on top of it. */
  push(press: Press): Promise<void>;
  /** Shows each of the app's modals in the open one, then asks there for one more press. */
  update(): Promise<void>;
  /** Shows a person the app's Home. */
  publish(personId: string): Promise<void>;
}

const MODAL_WORDS = 'followstats tries its forms here. One thing is left: press the button, then close this.';

/** Makes a `ViewTrials`. */
export function createViewTrials({ web, channelId, reader, trials, now }: Bench): ViewTrials {
  let viewId: string | undefined;

  async function open({ triggerId }: Press): Promise<void> {
    const view = sampleLoading(reader);
    const opened = await trials.attempt(
      { id: 'modal-open/waiting', tried: 'a modal, opened', isNeeded: true, content: contentOf('modal-open', view) },
      () => web.views.open({ trigger_id: triggerId, view }),
    );
    viewId = opened?.view?.id;
  }

  async function push({ triggerId }: Press): Promise<void> {
    const { name, view } = sampleViews(reader, channelId, now())[4] ?? { name: 'waiting', view: sampleLoading(reader) };
    await trials.attempt(
      {
        id: `modal-push/${name}`,
        tried: `${name}, on top of a modal`,
        isNeeded: true,
        content: contentOf('modal-push', view),
      },
      () => web.views.push({ trigger_id: triggerId, view }),
    );
  }

  async function update(): Promise<void> {
    const modal = viewId;
    for (const { name, view } of sampleViews(reader, channelId, now())) {
      const about = {
        id: `modal-update/${name}`,
        tried: `${name}, in an open modal`,
        isNeeded: true,
        content: contentOf('modal-update', view),
      };
      if (modal === undefined) trials.leave(about, 'No modal was opened.');
      else await trials.attempt(about, () => web.views.update({ view_id: modal, view }));
    }
    if (modal === undefined) return;
    for (const content of messageOnlyKinds(reader, now())) {
      const about = { ...aboutOf('modal-update', 'in an open modal', content), isOpen: true };
      await trials.attempt(about, () => web.views.update({ view_id: modal, view: inModal(content.blocks) }));
    }
    const asking = inModal([toRichText([[MODAL_WORDS]]), pressButtons(['push', 'Open a form on top'])]);
    await trials.attempt(
      { id: 'modal-update/asking', tried: 'a modal with a button', content: contentOf('modal-update', asking) },
      () => web.views.update({ view_id: modal, view: asking }),
    );
  }

  async function publish(personId: string): Promise<void> {
    const view = sampleHome(reader, personId, now());
    await trials.attempt({ id: 'home/whole', tried: 'a Home', isNeeded: true, content: contentOf('home', view) }, () =>
      web.views.publish({ user_id: personId, view }),
    );
    for (const content of messageOnlyKinds(reader, now())) {
      const about = { ...aboutOf('home', 'in the Home', content), isOpen: true };
      const blocks = [...content.blocks] as typeof view.blocks;
      await trials.attempt(about, () => web.views.publish({ user_id: personId, view: { type: 'home', blocks } }));
    }
    const words = toRichText([['The field test is over. Open this tab anew, and followstats shows your Home.']]);
    const over = { type: 'home', blocks: [words] } as const;
    await trials.attempt({ id: 'home/over', tried: 'a Home of words', content: contentOf('home', over) }, () =>
      web.views.publish({ user_id: personId, view: { type: 'home', blocks: [words] } }),
    );
  }

  return { open, push, update, publish };
}
