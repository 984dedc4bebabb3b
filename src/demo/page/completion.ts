import type { PageState } from '../page-server/page-state.ts';

/** One line of the list above the composer. */
export interface Choice {
  /** Put in the place of what was typed of it. */
  readonly insert: string;
  readonly title: string;
  readonly detail: string;
}

export interface Completion {
  /** Where the typed part begins. It ends at the caret. */
  readonly from: number;
  readonly choices: readonly Choice[];
}

type Names = Pick<PageState, 'commands' | 'people' | 'channels' | 'userGroups'>;

const MAX_CHOICES = 8;

/**
 * What the word before the caret may become: a command at the start of the line, a person or group after `@`, a channel after `#`.
 * Undefined when nothing fits, or a whole name already stands there, so that Enter then sends.
 */
export function completionAt(text: string, caret: number, names: Names): Completion | undefined {
  const [, before = '', word = ''] = /^(.*?)(\S*)$/s.exec(text.slice(0, caret)) ?? [];
  const all = choicesFor(word, before === '', names);
  const typed = word.toLowerCase();
  if (all.some(({ insert }) => insert.toLowerCase() === typed)) return undefined;

  const choices = all.filter(({ insert, title }) => startsAnyWord(`${insert} ${title}`, typed)).slice(0, MAX_CHOICES);
  return choices.length > 0 ? { from: before.length, choices } : undefined;
}

/** The usage hint of the command that `text` begins with, once its name is complete. */
export function usageHintOf(text: string, { commands }: Names): string | undefined {
  return commands.find(({ command }) => text === command || text.startsWith(`${command} `))?.usageHint;
}

function choicesFor(word: string, isFirst: boolean, { commands, people, channels, userGroups }: Names): Choice[] {
  switch (word[0]) {
    case '/':
      if (!isFirst) return [];
      return commands.map(({ command, description, usageHint }) => ({
        insert: command,
        title: `${command} ${usageHint}`,
        detail: description,
      }));
    case '@':
      return [
        ...people.map(({ name, realName, note }) => ({
          insert: `@${name}`,
          title: realName,
          detail: `@${name} · ${note}`,
        })),
        ...userGroups.map(({ handle, name }) => ({ insert: `@${handle}`, title: name, detail: `@${handle} · group` })),
      ];
    case '#':
      return channels
        .filter(({ id }) => id.startsWith('C'))
        .map(({ name }) => ({ insert: `#${name}`, title: `#${name}`, detail: 'channel' }));
    default:
      return [];
  }
}

/** `@ma` finds `@maya`, and by the real name also `@mk` of Maya Klein. */
function startsAnyWord(names: string, typed: string): boolean {
  const lower = names.toLowerCase();
  return lower.startsWith(typed) || (typed[0] === '@' && lower.includes(` ${typed.slice(1)}`));
}
