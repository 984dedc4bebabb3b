import { useRef, useState } from 'preact/hooks';
import type { Delivery, View } from '../slack/types.ts';
import { chooseInView, closeModal, fillField, pressInView, submitModal, suggestOptions } from './api.ts';
import type { Acts } from './blocks/reader.ts';

/** What a person can do in a modal or a Home tab. */
export interface ViewHandle {
  readonly acts: Acts;
  readonly submit: () => Promise<void>;
  readonly close: (all: boolean) => Promise<void>;
  readonly submitting: boolean;
  /** One sentence when the app failed; undefined once something was tried again. */
  readonly errorText: string | undefined;
}

/** Sends fields to the server in the order in which they were filled, and all of them before the next act. Only `suggest` may reject. */
export function useView(personId: string, surface: View['surface']): ViewHandle {
  const [submitting, setSubmitting] = useState(false);
  const [errorText, setErrorText] = useState<string>();
  const lastSent = useRef<Promise<unknown>>(Promise.resolve());

  const where = { as: personId, surface };

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
    acts: {
      fill: (field, value, pressEnter = true) => inOrder(() => fillField({ ...where, ...field, value, pressEnter })),
      press: (button) => inOrder(async () => [await pressInView({ ...where, ...button })]),
      choose: (menu, value) => inOrder(async () => [await chooseInView({ ...where, ...menu, value })]),
      suggest: (field, text) => lastSent.current.then(() => suggestOptions({ ...where, ...field, text })),
    },
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
