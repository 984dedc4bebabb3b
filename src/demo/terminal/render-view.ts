import type { View } from '../slack/types.ts';
import { type RenderOptions, renderMessage } from './render-message.ts';

/**
 * A modal as a terminal shows it: its title between lines, its blocks, and the buttons at its foot. As with messages, nothing in
 * it reaches the terminal as a command.
 */
export function renderView(view: Pick<View, 'title' | 'blocks' | 'submit' | 'close'>, options: RenderOptions): string {
  const { title, blocks, submit, close } = view;
  const foot = [close, submit].filter((label) => label !== undefined).map((label) => button(label));
  const framed = [
    { type: 'divider' },
    { type: 'header', text: { type: 'plain_text', text: title } },
    { type: 'divider' },
    ...blocks,
    ...(foot.length > 0 ? [{ type: 'divider' }, { type: 'actions', elements: foot }] : []),
    { type: 'divider' },
  ];
  return renderMessage({ text: title, blocks: framed }, options);
}

function button(label: string): object {
  return { type: 'button', text: { type: 'plain_text', text: label } };
}
