import type { FaultSwitch } from '../../fault-switches.ts';
import type { Person } from '../../slack/types.ts';
import type { Workspace } from '../../slack/workspace-types.ts';
import type { TourAct, TourStep } from '../page-state.ts';
import { BUTTONS, isShareable } from './marks.ts';
import { LIST, type Progress } from './progress.ts';

interface Scene {
  readonly workspace: Workspace;
  readonly faultSwitches: readonly FaultSwitch[];
  readonly progress: Progress;
  readonly viewer: Person;
  readonly admin: Person;
  /** Whether a digest is due. */
  readonly isDue: boolean;
}

/** Switches that show well, the best first: the look-up fails soon, and for every account. */
const SHOWN_FAULTS = ['bad-gateway', 'server-error', 'not-enabled'];

/** The five steps in their order, each with what its button does at present. */
export function describeSteps(scene: Scene): readonly TourStep[] {
  const { progress, viewer } = scene;
  const lookUp = (label: string, text: string): TourAct => ({ kind: 'type', label, personId: viewer.id, text });
  return [
    {
      title: 'Look up',
      why: 'Follower counts of Chat accounts, where you talk. Only you see the answer.',
      parts: [],
      isDone: progress.has('looked-up'),
      act: lookUp('Look up three accounts', '/followstats alice bob carol'),
    },
    {
      title: 'See a failure',
      why: 'One account doesn’t exist. The others are answered all the same, and no failure looks like a 0.',
      parts: [],
      isDone: progress.has('failed'),
      act: lookUp('Look up one that isn’t there', '/followstats alice bob ghost'),
    },
    {
      title: 'Share',
      why: 'The answer goes to the whole channel, without anything that only concerns you.',
      parts: [],
      isDone: progress.has('shared'),
      act: share(scene) ?? lookUp('Look up, to have an answer to share', '/followstats alice bob'),
    },
    morning(scene),
    outage(scene, (label) => lookUp(label, '/followstats alice bob carol')),
  ];
}

function share({ workspace, viewer }: Scene): TourAct | undefined {
  const mine = workspace.channels
    .filter(({ memberIds }) => memberIds.includes(viewer.id))
    .flatMap(({ id }) => workspace.messagesFor(viewer.id, id).filter(isShareable));
  const newest = mine.toSorted((one, other) => (one.ts < other.ts ? 1 : -1))[0];
  if (!newest) return undefined;
  const { ts, channelId } = newest;
  return { kind: 'press', label: 'Share the answer', personId: viewer.id, ts, channelId, actionId: BUTTONS.share };
}

function morning({ progress, admin, isDue }: Scene): TourStep {
  const account = progress.added();
  const type = (label: string, text: string): TourAct => ({ kind: 'type', label, personId: admin.id, text });
  const [hasList, hasDigest] = [progress.has('list'), progress.has('digest')];
  const add = `Add ${account} to list:${LIST}`;
  const next: TourAct = isDue
    ? { kind: 'next-digest', label: 'Next digest' }
    : type('Make a digest', '/followstats digest new');
  return {
    title: 'A list and its digest',
    why: 'Accounts have a name together, and every morning a post says what changed. The clock jumps there for you.',
    parts: [
      { words: add, isDone: hasList },
      { words: 'Read the next post', isDone: hasDigest },
    ],
    isDone: hasList && hasDigest,
    act: hasList ? next : type(add, `/followstats list add ${LIST} ${account}`),
  };
}

function outage({ progress, faultSwitches }: Scene, lookUp: (label: string) => TourAct): TourStep {
  const chat = faultSwitches.filter(({ group }) => group === 'Tencent Chat');
  const on = chat.find((one) => one.isOn());
  const best = SHOWN_FAULTS.map((id) => chat.find((one) => one.id === id)).find((one) => one !== undefined) ?? chat[0];
  const flip = (one: FaultSwitch, isOn: boolean): TourAct => ({
    kind: 'switch',
    id: one.id,
    on: isOn,
    label: isOn ? `Switch on “${one.label}”` : `Switch off “${one.label}”`,
  });
  const [isKept, isMended] = [progress.has('kept'), progress.has('mended')];
  const broken = on ? (isKept ? flip(on, false) : lookUp('Look up again')) : best && flip(best, true);
  return {
    title: 'Break Chat, and watch',
    why: 'While Chat fails, an answer says so and keeps the last known numbers with their age.',
    parts: [
      { words: 'Switch a fault on', isDone: progress.has('broken') },
      { words: 'Look up again', isDone: isKept },
      { words: 'Switch it off', isDone: isMended },
      { words: 'See that all is well again', isDone: progress.has('well') },
    ],
    isDone: progress.has('well'),
    act: isMended && !on ? lookUp('Look up once more') : broken,
  };
}
