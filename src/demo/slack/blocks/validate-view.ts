import { checkShape } from './check-shape.ts';
import { type BlockFault, failed } from './fault.ts';
import { type Fields, fieldsOf, isFields, listOf } from './json.ts';
import { LIMITS } from './limits.ts';
import { flag, type Shape, string, typed, type UnionShape, union } from './shape.ts';
import { plainText } from './text-objects.ts';
import { validateBlocks } from './validate.ts';

const named: Readonly<Record<string, Shape>> = {
  private_metadata: string({ min: 0, max: LIMITS.privateMetadata }),
  callback_id: string({ min: 0, max: LIMITS.id }),
  external_id: string({ min: 0, max: LIMITS.id }),
};

const frames: Readonly<Record<'modal' | 'home', UnionShape>> = {
  modal: union(
    typed('modal', {
      required: { title: plainText(LIMITS.viewTitle) },
      optional: {
        ...named,
        submit: plainText(LIMITS.viewTitle),
        close: plainText(LIMITS.viewTitle),
        clear_on_close: flag,
        notify_on_close: flag,
        submit_disabled: flag,
      },
    }),
  ),
  home: union(typed('home', { optional: named })),
};

/**
 * Judges a whole view as Slack does before it shows it: its own properties, and its blocks by `validateBlocks`. Takes any
 * JSON and never throws.
 */
export function validateView(view: unknown, surface: 'modal' | 'home'): readonly BlockFault[] {
  if (!isFields(view)) return [{ pointer: '', code: 'wrong_type', message: 'must provide an object' }];
  const { blocks, ...frame } = view;
  const missing = blocks === undefined ? [missingBlocks()] : validateBlocks(blocks, surface).map(below('/blocks'));
  return [...checkShape(frame, frames[surface], '', surface), ...missing, ...submitBesideInputs(view, surface)];
}

function submitBesideInputs({ blocks, submit }: Fields, surface: 'modal' | 'home'): readonly BlockFault[] {
  const hasInput = listOf(blocks).some((block) => fieldsOf(block).type === 'input');
  return surface === 'modal' && hasInput && submit === undefined
    ? [failed('/submit', 'must be provided with an input block')]
    : [];
}

function missingBlocks(): BlockFault {
  return { pointer: '', code: 'missing_required_field', message: 'missing required field: blocks' };
}

function below(parent: string): (fault: BlockFault) => BlockFault {
  return (fault) => ({ ...fault, pointer: parent + fault.pointer });
}
