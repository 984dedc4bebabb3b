import type { ComponentChild } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { PageState } from '../page-server/page-state.ts';
import { Blocks } from './blocks/block.tsx';
import { AroundContext } from './blocks/reader.ts';
import { Icon } from './icons.tsx';
import { useView } from './use-view.ts';

interface Props {
  readonly modal: NonNullable<PageState['modal']>;
  readonly state: PageState;
}

/** What is filled in, and not the frame around it, nor a menu between buttons: below a long list the focus would scroll to its end. */
const FIRST_FIELD = '.modal-body .block-input :is(.field:is(input, select, textarea), .field input)';

/** The topmost modal, over everything else. Escape closes it as its own button does; the cross closes all. */
export function Modal({ modal, state: { people, channels, personId } }: Props): ComponentChild {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const focused = useRef({ id: '', isField: false });
  const { acts, submit, close, submitting, errorText } = useView(personId, 'modal');

  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      // A dialog that goes with its element gives the focus back to none; until it has gone nothing else can have it.
      if (before instanceof HTMLElement) queueMicrotask(() => before.focus());
    };
  }, []);
  // Not the cross, which a browser would pick. A view that says that it opens gets its fields later; one on top of it has its own.
  useLayoutEffect(() => {
    const field = dialog.current?.querySelector<HTMLElement>(FIRST_FIELD) ?? undefined;
    const isSame = focused.current.id === modal.id;
    if (isSame && (focused.current.isField || !field)) return;
    focused.current = { id: modal.id, isField: field !== undefined };
    if (!dialog.current?.querySelector('[autofocus]')) (field ?? title.current)?.focus();
  }, [modal.id, modal.blocks]);
  useLayoutEffect(() => {
    dialog.current?.querySelector('[data-invalid="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [modal.errors]);

  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby={titleId}
      onCancel={(event) => {
        // The workspace decides what is open; the dialog goes when its view has gone.
        event.preventDefault();
        close(false);
      }}
      // A second Escape closes a dialog whatever its page says to that; a view may still be below.
      onClose={({ currentTarget }) => currentTarget.showModal()}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (modal.submit !== undefined && !submitting) submit();
        }}
      >
        <header>
          <img src="/icon.svg" alt="" />
          <h2 ref={title} id={titleId} tabIndex={-1}>
            {modal.title}
          </h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={() => close(true)}>
            <Icon name="close" />
          </button>
        </header>
        <div class="modal-body">
          <AroundContext.Provider value={{ ...modal, ...acts, people, channels }}>
            <Blocks key={modal.id} blocks={modal.blocks} />
          </AroundContext.Provider>
        </div>
        {errorText !== undefined && (
          <p class="modal-error" role="alert">
            {errorText}
          </p>
        )}
        <footer>
          <button type="button" class="button" onClick={() => close(false)}>
            {modal.close ?? (modal.below > 0 ? 'Back' : modal.submit === undefined ? 'Close' : 'Cancel')}
          </button>
          {modal.submit !== undefined && (
            <button type="submit" class="button primary" aria-busy={submitting} disabled={submitting}>
              {modal.submit}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}
