import { expect, test } from 'vitest';
import { createTriggers } from '../../../src/demo/slack/triggers.ts';

test('a trigger is good for three seconds', () => {
  let time = 0;
  const triggers = createTriggers(() => time);
  const [intime, late] = [triggers.issue('U0ANA'), triggers.issue('U0ANA')];
  time = 3_000;
  expect(triggers.exchange(intime)).toEqual({ personId: 'U0ANA' });
  time = 3_001;
  expect(() => triggers.exchange(late)).toThrow('expired_trigger_id');
});

test('a trigger is good for one modal', () => {
  const triggers = createTriggers(() => 0);
  const trigger = triggers.issue('U0ANA');
  triggers.exchange(trigger);
  expect(() => triggers.exchange(trigger)).toThrow('exchanged_trigger_id');
});

test('a trigger that was not issued is invalid', () => {
  expect(() => createTriggers(() => 0).exchange('1.2.abc')).toThrow('invalid_trigger_id');
});
