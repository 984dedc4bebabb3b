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
  readonly trouble: string | undefined;
}

/** Fields are told in the order in which they were filled, and all of them before what is done next. */
export function useView(personId: string, surface: View['surface']): ViewHandle {
  const [submitting, setSubmitting] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const told = useRef<Promise<unknown>>(Promise.resolve());

  const inTurn = (act: () => Promise<readonly Delivery[]>): Promise<void> => {
    const turn = told.current.then(async () => {
      try {
        setTrouble(toTrouble(await act()));
      } catch (error) {
        setTrouble(error instanceof Error ? error.message : String(error));
      }
    });
    told.current = turn;
    return turn;
  };

  return {
    submitting,
    trouble,
    fill: (field, value: FieldInput, pressEnter = true) =>
      inTurn(() => fillField({ as: personId, surface, ...field, value, pressEnter })),
    press: (button) => inTurn(async () => [await pressInView({ as: personId, surface, ...button })]),
    async submit() {
      setSubmitting(true);
      await inTurn(async () => [await submitModal({ as: personId })]);
      setSubmitting(false);
    },
    close: (all) => inTurn(() => closeModal({ as: personId, all })),
  };
}

/** A form that isn't complete says so at its fields. */
function toTrouble(deliveries: readonly Delivery[]): string | undefined {
  const error = deliveries.map((one) => one.error).find((one) => one !== undefined && one !== 'form_incomplete');
  return error && `We had some trouble connecting. Try again? (${error})`;
}
