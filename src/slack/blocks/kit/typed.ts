import { COMMAND } from '../../names.ts';
import type { Inline } from './inline.ts';

/** A command as a person types it. @param text what stands behind the command's name */
export function typed(text: string): Inline {
  return { code: text ? `${COMMAND} ${text}` : COMMAND };
}
