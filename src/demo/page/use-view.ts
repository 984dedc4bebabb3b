import { useRef, useState } from 'preact/hooks';
import type { Delivery, FieldInput, View } from '../slack/types.ts';
import { closeModal, fillField, pressInView, submitModal } from './api.ts';
import type { ViewActs } from './blocks/reader.ts';

/** What a person can do in a modal or a Home tab. */
export interface ViewHandle extends ViewActs {
  readonly submit: () => Promise<void>;
  readonly close: (all: boolean) => Promise<void>;
  readonly submitting: boolean;
  /** One sentence when the app failed; undefined once something was tried again. */
  readonly errorText: string | undefined;
}

/** Sends fields to the server in the order in which they were filled, and all of them before the next act. No method rejects. */
export function useView(personId: string, surface: View['surface']): ViewHandle {
  const [submitting, setSubmitting] = useState(false);
  const [errorText, setErrorText] = useState<string>();
  const lastSent = useRef<Promise<unknown>>(Promise.resolve());

  const inOrder = (act: () => Promise<readonly Delivery[]>): Promise<void> => {
    const done = lastSent.current.then(async () => {
      try {
        setErrorText(toErrorText(await act()));
      } catch (error) {
        setErrorText(error instanceof Error ? error.message : String(error));
      }
    });
    lastSent.current = done;
    return done;
  };

  return {
    submitting,
    errorText,
    fill: (field, value: FieldInput, pressEnter = true) =>
      inOrder(() => fillField({ as: personId, surface, ...field, value, pressEnter })),
    press: (button) => inOrder(async () => [await pressInView({ as: personId, surface, ...button })]),
    async submit() {
      setSubmitting(true);
      await inOrder(async () => [await submitModal({ as: personId })]);
      setSubmitting(false);
    },
    close: (all) => inOrder(() => closeModal({ as: personId, all })),
  };
}

/** A form that isn't complete says so at its fields. */
function toErrorText(deliveries: readonly Delivery[]): string | undefined {
  const error = deliveries.map((one) => one.error).find((one) => one !== undefined && one !== 'form_incomplete');
  return error && `We had some trouble connecting. Try again? (${error})`;
}
