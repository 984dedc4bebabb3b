import { ApiError } from '../api-error.ts';
import { validateBlocks } from '../blocks/validate.ts';
import { isObject, type JsonObject } from '../json-values.ts';
import type { MethodFamily } from './method.ts';

/**
 * `blocks.validate`: judges by the documents alone. It takes no token, so it can't know what this workspace's plan
 * rejects on top.
 */
export function createBlockMethods(): MethodFamily {
  return {
    'blocks.validate': {
      token: 'none',
      scopes: [],
      run: (args) => {
        const { error, blocks, surface, at } = readSubject(args);
        const faults = validateBlocks(blocks, surface);
        if (faults.length === 0) return {};
        throw new ApiError(error, { errors: faults.map((fault) => ({ ...fault, pointer: at + fault.pointer })) });
      },
    },
  };
}

interface Subject {
  readonly error: string;
  readonly blocks: unknown;
  readonly surface: 'message' | 'modal' | 'home';
  /** Where the blocks are in what was given. */
  readonly at: string;
}

/** "Provide exactly one of `blocks`, `view`, or `message`." */
function readSubject({ blocks, view, message }: JsonObject): Subject {
  if ([blocks, view, message].filter((given) => given !== undefined).length !== 1) {
    throw new ApiError('invalid_arguments');
  }
  if (isObject(message)) return { error: 'invalid_message', blocks: message.blocks, surface: 'message', at: '/blocks' };
  if (isObject(view)) {
    const surface = view.type === 'home' ? 'home' : 'modal';
    return { error: 'invalid_view', blocks: view.blocks, surface, at: '/blocks' };
  }
  return { error: 'invalid_blocks', blocks, surface: 'message', at: '' };
}
