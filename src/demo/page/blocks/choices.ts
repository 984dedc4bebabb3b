import { channelTitle } from '../channel-name.tsx';
import type { Around } from './reader.ts';
import { type Shape, shapeOf, shapesOf, textOf } from './shape.ts';

/** One thing to choose. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

/** Choices under one heading; '' for none. */
export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** What a select, a group of checkboxes or of radio buttons offers; of people and channels those the person sees. */
export function listChoices(element: Shape, { people, channels }: Around): readonly ChoiceGroup[] {
  const type = textOf(element.type).replace('multi_', '');
  if (type === 'users_select') {
    const choices = people.map(({ id, realName, name }) => ({ value: id, label: realName, description: `@${name}` }));
    return [{ label: '', choices }];
  }
  if (type === 'conversations_select' || type === 'channels_select') {
    const include = includedKinds(element, type);
    const offered = channels.filter(
      ({ id, isPrivate, isArchived }) =>
        !isArchived && include.includes(id.startsWith('D') ? 'im' : isPrivate ? 'private' : 'public'),
    );
    const choices = offered.map((channel) => ({
      value: channel.id,
      label: channel.id.startsWith('D') ? channelTitle(channel) : `# ${channel.name}`,
      description: '',
    }));
    return [{ label: '', choices }];
  }
  if (element.option_groups === undefined) return [{ label: '', choices: shapesOf(element.options).map(toChoice) }];
  return shapesOf(element.option_groups).map((group) => ({
    label: textOf(shapeOf(group.label).text),
    choices: shapesOf(group.options).map(toChoice),
  }));
}

function includedKinds(element: Shape, type: string): readonly unknown[] {
  if (type === 'channels_select') return ['public'];
  const { include, exclude_bot_users: withoutBots } = shapeOf(element.filter);
  const kinds: readonly unknown[] = Array.isArray(include) ? include : ['public', 'private', 'im'];
  return withoutBots === true ? kinds.filter((kind) => kind !== 'im') : kinds;
}

/** An option as the app wrote it. */
export function toChoice(option: Shape): Choice {
  return {
    value: textOf(option.value),
    label: textOf(shapeOf(option.text).text),
    description: textOf(shapeOf(option.description).text),
  };
}

/** The options an external select holds at present. */
export function chosenOptions(value: Shape): readonly Choice[] {
  return [value.selected_option, ...shapesOf(value.selected_options)]
    .map((held) => toChoice(shapeOf(held)))
    .filter((choice) => choice.value !== '');
}

/** The values a field holds at present, whatever its kind. */
export function chosenValues(value: Shape): readonly string[] {
  return Object.entries(value)
    .filter(([name]) => name.startsWith('selected_'))
    .flatMap(([, held]) => (Array.isArray(held) ? held : [held]))
    .map((held) => (typeof held === 'string' ? held : textOf(shapeOf(held).value)))
    .filter((held) => held !== '');
}
