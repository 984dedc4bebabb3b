import { expect, test } from 'vitest';
import { createSaveDigest } from '../../../src/digests/form/save-digest.ts';
import { ADMIN } from '../../store/contracts/askers.ts';
import { daily } from '../../store/contracts/digest-scene.ts';
import { sampleDigest } from '../delivery/sample-claim.ts';

/** Saves, and tells what was asked of the store. */
function open() {
  const calls: unknown[] = [];
  const saveDigest = createSaveDigest({
    digests: {
      async create(...asked) {
        calls.push(['create', ...asked]);
        return sampleDigest;
      },
      async edit(...asked) {
        calls.push(['edit', ...asked]);
        return undefined;
      },
      async pause(...asked) {
        calls.push(['pause', ...asked]);
        return true;
      },
    },
  });
  return { saveDigest, calls };
}

test('a new form makes a digest that knows the form, so that sent again it makes no second', async () => {
  const { saveDigest, calls } = open();
  expect(await saveDigest.save({ formId: 'f1', id: undefined }, daily, ADMIN)).toBe(sampleDigest);
  expect(calls).toEqual([['create', daily, ADMIN, 'f1']]);
});

test('the form of a digest edits it, and learns that it is gone', async () => {
  const { saveDigest, calls } = open();
  expect(await saveDigest.save({ formId: 'f1', id: '7' }, daily, ADMIN)).toBeUndefined();
  expect(calls).toEqual([['edit', '7', daily, ADMIN]]);
});

test('a form that names no digest by an id of this version changes nothing', async () => {
  const { saveDigest, calls } = open();
  expect(await saveDigest.save({ formId: 'f1', id: 'x' }, daily, ADMIN)).toBeUndefined();
  expect(calls).toEqual([]);
});

test('a digest whose channel takes no posts is paused by the app itself', async () => {
  const { saveDigest, calls } = open();
  await saveDigest.stop(sampleDigest, 'is_archived');
  expect(calls).toEqual([['pause', sampleDigest.id, 'is_archived', 'system']]);
});
