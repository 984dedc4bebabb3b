import { expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import { actions, button, letters, mrkdwn, options, plain, section } from './samples.ts';

const ELEMENTS = [
  button(),
  { type: 'overflow', options: options(2) },
  { type: 'static_select', options: options(2) },
  { type: 'external_select' },
  { type: 'users_select' },
  { type: 'conversations_select' },
  { type: 'channels_select' },
  { type: 'multi_static_select', options: options(2) },
  { type: 'multi_external_select' },
  { type: 'multi_users_select' },
  { type: 'checkboxes', options: options(2) },
  { type: 'radio_buttons', options: options(2) },
  { type: 'datepicker' },
  { type: 'timepicker' },
];

test.each(ELEMENTS.map((element) => [String(element.type), element] as const))(
  'the question before a %s acts is judged wherever it stands',
  (_type, element) => {
    const faultsOf = (confirm: unknown) => [
      ...validateBlocks([actions({ ...element, confirm })], 'message').map(({ pointer }) => pointer),
      ...validateBlocks([section({ accessory: { ...element, confirm } })], 'modal').map(({ pointer }) => pointer),
    ];
    const fine = { title: plain(letters(100)), text: mrkdwn(letters(300)), confirm: plain('Yes'), deny: plain('No') };
    const both = (below: string) => [`/0/elements/0/confirm${below}`, `/0/accessory/confirm${below}`];
    expect(faultsOf({ ...fine, style: 'danger' })).toEqual([]);
    expect(faultsOf({ title: fine.title })).toEqual(both(''));
    expect(faultsOf({ ...fine, title: plain(letters(101)) })).toEqual(both('/title/text'));
    expect(faultsOf({ ...fine, text: mrkdwn(letters(301)) })).toEqual(both('/text/text'));
    expect(faultsOf({ ...fine, confirm: plain(letters(31)) })).toEqual(both('/confirm/text'));
    expect(faultsOf({ ...fine, deny: mrkdwn('No') })).toEqual(both('/deny/type'));
    expect(faultsOf({ ...fine, style: 'warning' })).toEqual(both('/style'));
    expect(faultsOf('Sure?')).toEqual(both(''));
  },
);
