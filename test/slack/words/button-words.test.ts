import { expect, test } from 'vitest';
import type { Messages } from '../../../src/slack/words/catalogue.ts';
import { CATALOGUES } from './catalogues.ts';

interface ButtonWords {
  readonly name: string;
  readonly text: string;
  readonly label: string;
}

/** Every button of a catalogue: what it shows, and what a screen reader says of it. */
function buttonsIn(messages: Messages, path: string): readonly ButtonWords[] {
  const { text, label } = messages;
  const own = typeof text === 'string' && typeof label === 'string' ? [{ name: path, text, label }] : [];
  const inner = Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string' ? [] : buttonsIn(value, `${path}.${name}`),
  );
  return [...own, ...inner];
}

test.each(CATALOGUES.flatMap(({ language, messages }) => buttonsIn(messages, language)))(
  '$name: what a screen reader says begins with what is shown, and both fit',
  ({ text, label }) => {
    expect(label.startsWith(text)).toBe(true);
    expect(text.length).toBeLessThanOrEqual(30);
    // What is filled in has its own limits, as long as a list's name and a UserID may be.
    const fixed = label.replace(/\{list\}/g, `list:${'x'.repeat(40)}`).replace(/\{account\}/g, 'x'.repeat(32));
    expect(fixed.replace(/\{command\}/g, 'x'.repeat(50)).length).toBeLessThanOrEqual(75);
  },
);
