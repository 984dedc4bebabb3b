import type { Moved, PageState } from '../page-server/page-state.ts';
import type { Delivery, FieldInput, Suggestions, View } from '../slack/types.ts';

/** Whom the reader plays, and which channel is open. Absent: the server picks the first. */
export interface Place {
  readonly personId: string | undefined;
  readonly channelId: string | undefined;
}

/** What an act or a read rejects with when no demo answers at the page's address. */
export class DemoGone extends Error {
  override readonly name = 'DemoGone';

  constructor(cause?: unknown) {
    super('The demo can’t be reached. This page goes on by itself once the demo is back at this address.', { cause });
  }
}

/** Rejects with the server's sentence when it answers with an error, as all calls here do. */
export async function readState({ personId, channelId }: Place, signal: AbortSignal): Promise<PageState> {
  const query = new URLSearchParams();
  if (personId !== undefined) query.set('as', personId);
  if (channelId !== undefined) query.set('channel', channelId);
  return ask<PageState>(`/demo/state?${query}`, { signal });
}

/** `thread`: the message below which it is said. */
export function typeText(input: { as: string; channel: string; text: string; thread?: string }): Promise<Delivery> {
  return post<Delivery>('/demo/type', input);
}

export function pressButton(input: InMessage): Promise<Delivery> {
  return post<Delivery>('/demo/press', withoutEmptyBlock(input));
}

export function chooseInMessage(input: InMessage & { value: FieldInput }): Promise<Delivery> {
  return post<Delivery>('/demo/choose', withoutEmptyBlock(input));
}

/** What an external select of a message or view lists below `text`. */
export function suggestOptions(input: (InMessage | InView) & { text: string }): Promise<Suggestions> {
  return post<Suggestions>('/demo/suggest', withoutEmptyBlock(input));
}

export function useMessageShortcut(input: {
  as: string;
  ts: string;
  channel: string;
  callbackId: string;
}): Promise<Delivery> {
  return post<Delivery>('/demo/shortcut', input);
}

/** An element, by the block that holds it. '' finds it by its own name alone. */
interface InMessage {
  readonly as: string;
  readonly ts: string;
  readonly blockId: string;
  readonly actionId: string;
}

interface InView {
  readonly as: string;
  readonly surface: View['surface'];
  readonly blockId: string;
  readonly actionId: string;
}

export function fillField(input: InView & { value: FieldInput; pressEnter: boolean }): Promise<readonly Delivery[]> {
  return post<readonly Delivery[]>('/demo/view/fill', input);
}

export function pressInView(input: InView): Promise<Delivery> {
  return post<Delivery>('/demo/view/press', withoutEmptyBlock(input));
}

export function chooseInView(input: InView & { value: string }): Promise<Delivery> {
  return post<Delivery>('/demo/view/choose', withoutEmptyBlock(input));
}

export function submitModal(input: { as: string }): Promise<Delivery> {
  return post<Delivery>('/demo/view/submit', input);
}

export function closeModal(input: { as: string; all: boolean }): Promise<readonly Delivery[]> {
  return post<readonly Delivery[]>('/demo/view/close', input);
}

/** A tab of the app. `null`: the app doesn't want to know. */
export function openAppTab(input: { as: string; tab: 'home' | 'messages' }): Promise<Delivery | null> {
  return post<Delivery | null>('/demo/home', input);
}

export async function changeChannel(input: {
  channel: string;
  isArchived?: boolean;
  isRestricted?: boolean;
  hasBot?: boolean;
}): Promise<void> {
  await post('/demo/channel', input);
}

export async function moveFaultSwitch(input: { id: string; on: boolean }): Promise<void> {
  await post('/demo/faults', input);
}

/** Lets something happen in Chat. Resolves with what happened, in words. */
export async function letHappen(input: { id: string }): Promise<string> {
  const { words } = await post<{ words: string }>('/demo/act', input);
  return words;
}

/** Forward, by so many milliseconds, and from digest to digest. */
export function moveClock(input: { byMs: number }): Promise<Moved> {
  return post<Moved>('/demo/clock', input);
}

export function moveToNextDigest(): Promise<Moved> {
  return post<Moved>('/demo/clock/next', {});
}

/** Forward, as if the app had been down for so many milliseconds. */
export function letAppBeDown(input: { byMs: number }): Promise<Moved> {
  return post<Moved>('/demo/clock/down', input);
}

export async function startTourOver(): Promise<void> {
  await post('/demo/tour', {});
}

export function downloadUrl(fileId: string): string {
  return `/demo/files/${encodeURIComponent(fileId)}`;
}

function withoutEmptyBlock({ blockId, ...input }: { readonly blockId: string }): object {
  return { ...input, ...(blockId && { blockId }) };
}

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return ask<Answer>(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const { isOk, body } = await fetch(path, init)
    .then(async (response) => ({ isOk: response.ok, body: await response.json() }))
    .catch((error: unknown) => {
      // A fetch that reaches no server rejects with TypeError; its text differs between browsers.
      throw error instanceof TypeError ? new DemoGone(error) : error;
    });
  if (!isOk) throw new Error(body.error);
  return body;
}
