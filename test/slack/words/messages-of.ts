import type { Messages } from '../../../src/slack/words/catalogue.ts';

/** All messages of a catalogue by their path, e.g. `reports.columns.account`. */
export function messagesOf(messages: Messages, path = ''): readonly (readonly [path: string, message: string])[] {
  return Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${path}${name}`, value] as const] : messagesOf(value, `${path}${name}.`),
  );
}
