import { VIEWS } from '../../../src/slack/names.ts';
import { MINUTE } from '../faults/fault.ts';
import type { Action, PersonTools } from './action.ts';
import { openForm, sendForm } from './fill-form.ts';
import { giveCommand } from './give-command.ts';
import { type KnownWatch, writeRule } from './known-watches.ts';
import { fillWatch, pickRule } from './make-watch.ts';

const WAYS = [
  { weight: 3, way: 'edit' },
  { weight: 3, way: 'pause' },
  { weight: 3, way: 'mute' },
  { weight: 2, way: 'delete' },
] as const;

/** A person edits, pauses, resumes, mutes, unmutes and deletes watches, and takes some deletions back. */
export const changeWatch: Action = {
  name: 'changes a watch',
  weight: 5,
  by: ['anders'],
  async act(tools) {
    const watches = await tools.watches();
    if (watches.length === 0) return false;
    const watch = tools.chance.pick(watches);
    const { way } = tools.chance.weighted(WAYS);
    if (way === 'mute') await mute(tools, watch);
    else if (way === 'delete') await deleteOne(tools, watch);
    else if (way === 'pause') await pauseOrResume(tools, watch);
    else await edit(tools, watch);
    return undefined;
  },
};

async function edit(tools: PersonTools, { id }: KnownWatch): Promise<void> {
  const { expectations, slack, person } = tools;
  await expectations.change({ kind: 'watch', id }, async (before) => {
    const form = await openForm(tools, `watch edit ${id}`, VIEWS.watch);
    if (!form) return { after: before, said: 'not-done' };
    const rule = pickRule(tools);
    const isFilled = await fillWatch(tools, rule);
    const { text } = isFilled ? await sendForm(tools) : { text: '' };
    await slack.closeModal({ personId: person.id, all: true }).catch(() => undefined);
    const after = before.replace(/ .*/, ` ${writeRule(rule)}`);
    // A form that wasn't filled in wasn't sent either.
    return { after, said: text.startsWith(`#${id} is saved`) ? 'done' : isFilled ? 'nothing' : 'not-done' };
  });
}

async function pauseOrResume(tools: PersonTools, { id, isPaused }: KnownWatch): Promise<void> {
  await tools.expectations.change({ kind: 'watch', id }, async (before) => {
    const { text } = await giveCommand(tools, `watch ${isPaused ? 'resume' : 'pause'} ${id}`);
    const isSaid = text.includes(isPaused ? `#${id} is running again` : `#${id} is paused.`);
    return { after: before.replace(/^\w+/, isPaused ? 'active' : 'paused'), said: isSaid ? 'done' : 'nothing' };
  });
}

/** Mutes it, or ends that. What is said is compared with what is kept at once: a muting ends by itself. */
async function mute(tools: PersonTools, { id, mutedUntil }: KnownWatch): Promise<void> {
  const { violated, expectations } = tools;
  await expectations.keep({ kind: 'watch', id }, async () => {
    const isMuted = mutedUntil !== undefined;
    const { text } = await giveCommand(tools, `watch ${isMuted ? 'unmute' : 'mute'} ${id}`);
    if (!text.includes(isMuted ? `#${id} tells again` : `#${id} is muted until`)) return;
    const kept = (await tools.watches()).find((watch) => watch.id === id);
    if (kept && (kept.mutedUntil !== undefined) === isMuted)
      violated(
        'what was said to be done is done',
        `watch ${id} was said to be ${isMuted ? 'un' : ''}muted, and isn’t`,
        [`watch ${id}`],
      );
  });
}

async function deleteOne(tools: PersonTools, { id }: KnownWatch): Promise<void> {
  const { chance, time, expectations } = tools;
  const subject = { kind: 'watch', id } as const;
  let before = '';
  const said = await expectations.change(subject, async (was) => {
    before = was;
    const { text } = await giveCommand(tools, `watch delete ${id}`);
    return { after: 'absent', said: text.includes(`#${id} is deleted`) ? 'done' : 'nothing' };
  });
  if (said !== 'done' || chance.happens(0.4)) return;
  await time.sleep(chance.between(MINUTE / 3, 14 * MINUTE));
  await expectations.change(subject, async () => {
    const { text } = await giveCommand(tools, `watch restore ${id}`);
    const isTooLate = text.includes('too late to restore');
    return { after: before, said: text.includes(`#${id} is back`) ? 'done' : isTooLate ? 'not-done' : 'nothing' };
  });
}
