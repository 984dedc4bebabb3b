import type { Message } from '../../../src/demo/slack/types.ts';
import { MINUTE, SECOND } from '../faults/fault.ts';
import type { Action, KnownDigest, PersonTools } from './action.ts';
import type { Said } from './expectations.ts';
import { openForm, saveForm } from './fill-form.ts';
import { commandButtons, giveCommand } from './give-command.ts';
import { isSaved, pickCron, pickWhat } from './make-digest.ts';

const WAYS = [
  { weight: 4, way: 'edit' },
  { weight: 3, way: 'pause' },
  { weight: 3, way: 'delete' },
  { weight: 4, way: 'run' },
] as const;

/** A person edits, pauses, resumes, deletes and runs digests, also while their slots run, and takes some deletions back. */
export const changeDigest: Action = {
  name: 'changes a digest',
  weight: 5,
  by: ['anders'],
  async act(tools) {
    const digest = await pickDigest(tools);
    if (!digest) return false;
    const { way } = tools.chance.weighted(WAYS);
    if (way === 'run') await giveCommand(tools, `digest run ${digest.id}`);
    else await changeOne(tools, digest, way);
    return undefined;
  },
};

/** One of the digests that there are. */
export async function pickDigest(tools: PersonTools): Promise<KnownDigest | undefined> {
  const { chance, marks } = tools;
  const digests = await tools.digests();
  if (digests.length === 0) return undefined;
  const digest = chance.pick(digests);
  if (await tools.hasOpenRun(digest.id)) marks.reach('digest edited while a run was open');
  return digest;
}

/** What was done to a digest, in the word that its owner reads; `undefined` where nothing surely was. */
export type Deed = 'edited' | 'paused' | 'resumed' | 'deleted';

/** Changes a digest in one way; a pause is ended where there is one. */
export async function changeOne(
  tools: PersonTools,
  digest: KnownDigest,
  way: 'edit' | 'pause' | 'delete',
): Promise<Deed | undefined> {
  const { id, title, isPausedByApp } = digest;
  const subject = { kind: 'digest', title } as const;
  const { expectations } = tools;
  if (way === 'delete') return (await deleteOne(tools, digest)) === 'done' ? 'deleted' : undefined;
  let deed: Deed = 'edited';
  const said = await expectations.change(subject, async (before) => {
    if (way === 'edit') return edit(tools, id, title, before);
    const isPaused = isPausedByApp || before.startsWith('paused');
    deed = isPaused ? 'resumed' : 'paused';
    return (isPaused ? resume : pause)(tools, id, title, before);
  });
  return said === 'done' ? deed : undefined;
}

async function edit(tools: PersonTools, id: number, title: string, before: string) {
  const form = await openForm(tools, `digest edit ${id}`);
  if (!form) return { after: before, said: 'not-done' } as const;
  const cron = pickCron(tools);
  const { text } = await saveForm(tools, { cron, ...pickWhat(tools.chance) });
  return {
    after: before.replace(/ .*/, ` ${cron}`),
    said: isSaved(text, title) ? 'done' : 'nothing',
  } as const;
}

/** Pauses a digest that isn't paused. @param before as the expectations have it */
export async function pause(tools: PersonTools, id: number, title: string, before: string) {
  const { text } = await giveCommand(tools, `digest pause ${id}`);
  return {
    after: before.replace(/^\w+/, 'paused'),
    said: text.includes(`${title} is paused`) ? 'done' : 'nothing',
  } as const;
}

/** Lets a paused digest go on. @param before as the expectations have it */
export async function resume(tools: PersonTools, id: number, title: string, before: string) {
  const { text } = await giveCommand(tools, `digest resume ${id}`);
  return {
    after: before.replace(/^\w+/, 'active'),
    said: text.includes(`${title} goes on`) ? 'done' : 'nothing',
  } as const;
}

/** Deletes a digest. */
async function remove(tools: PersonTools, id: number, title: string) {
  const { message, text } = await giveCommand(tools, `digest delete ${id}`);
  return { after: 'absent', said: text.includes(`${title} is deleted`) ? 'done' : 'nothing', message } as const;
}

/** Deletes a digest, and often takes that back some minutes later, sometimes too late. */
export async function deleteOne(tools: PersonTools, { id, title }: KnownDigest): Promise<Said | undefined> {
  const { chance, time, expectations } = tools;
  const subject = { kind: 'digest', title } as const;
  let deleted: { readonly before: string; readonly message: Message | undefined } | undefined;
  const said = await expectations.change(subject, async (before) => {
    const { message, ...change } = await remove(tools, id, title);
    deleted = { before, message };
    return change;
  });
  if (said !== 'done' || !deleted || chance.happens(0.2)) return said;
  const { before, message } = deleted;
  await time.sleep(chance.happens(0.5) ? chance.between(20 * SECOND, 9 * MINUTE) : chance.between(9, 14) * MINUTE);
  await expectations.change(subject, () => restore(tools, { id, title, before, message }));
  return said;
}

interface Deleted {
  readonly id: number;
  readonly title: string;
  /** What it was, as the expectations have it. */
  readonly before: string;
  /** What its deletion was answered with. */
  readonly message: Message | undefined;
}

/** Presses *Undo*, or types the command. */
async function restore(tools: PersonTools, { id, title, before, message }: Deleted) {
  const { ask, answerTo, chance, slack, person } = tools;
  const command = `digest restore ${id}`;
  const actionId = message && commandButtons(message.blocks).get(command);
  const { text } =
    message && actionId && chance.happens(0.5)
      ? await answerTo(() => slack.press({ personId: person.id, ts: message.ts, actionId }).catch(() => undefined))
      : await ask(command);
  const isTooLate = text.includes('too late to restore');
  return {
    after: before,
    said: text.includes(`${title} is back`) ? 'done' : isTooLate ? 'not-done' : 'nothing',
  } as const;
}
