import type { ChatFault } from '../../../src/demo/chat/faults.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Environment, Scene } from '../../cli/doctor/doctor-scene.ts';
import type { Fault } from '../../cli/doctor/fault.ts';
import { CHAT_FAULTS, CLOCK_FAULTS } from '../../cli/doctor/faults-of-chat.ts';
import { createWorld, PEOPLE, type WorldOptions } from '../world.ts';
import type { MadeFaults, MakeFault, Seen } from './fault-row.ts';
import { folderFor } from './folder-for.ts';
import { asRead, healthOf, unusualLines } from './seen.ts';

interface Trouble extends Pick<WorldOptions, 'chat'> {
  readonly faults: readonly ChatFault[];
  readonly env?: Readonly<Record<string, string>>;
  /** What the doctor finds, by its ids. */
  readonly findings?: readonly string[];
  readonly typed?: string;
  /** The whole time of a look-up, milliseconds; by default enough for all its attempts. */
  readonly timeLimitMs?: number;
}

/** A person and an admin look an account up at once while Chat is in trouble. */
function asked({ faults, env, findings = [], typed = 'alice', chat, timeLimitMs = 10_000 }: Trouble): MakeFault {
  return async (scope): Promise<Seen> => {
    const folder = folderFor(scope);
    const world = await createWorld({
      env: { TENCENT_TIMEOUT_MS: '5000', LOG_LEVEL: 'info', DATA_DIR: folder, FOLLOWSTATS_NAMES: 'off', ...env },
      seams: { timeLimitMs, progressAfterMs: 60_000, retryDelayMs: 5 },
      ...(chat && { chat }),
    });
    scope.defer(() => world.stop());
    world.chat.setFaults(faults);
    const asking = { personId: PEOPLE.admin };
    const [answer, asAdmin] = await Promise.all([{}, asking].map((asker) => world.ask(`/followstats ${typed}`, asker)));
    const health = await healthOf(world.url);
    const [read, readByAdmin] = [answer, asAdmin].map((message) => asRead(message?.text ?? '', world.slack));
    await world.app.stop();
    const store = await openStore({ kind: 'sqlite', folder });
    scope.defer(store.close);
    const entries = await store.audit.latest(10);
    return {
      person: [read ?? ''],
      operator: [
        ...unusualLines(world.log.lines),
        ...(readByAdmin === read ? [] : [`an admin reads: ${readByAdmin}`]),
        health,
        ...findings,
      ],
      kept: [
        { what: 'answers', of: 2, kept: [answer, asAdmin].filter(Boolean).length },
        { what: 'audit entries', of: 2, kept: entries.filter(({ action }) => action === 'lookup').length },
      ],
    };
  };
}

/** One of the doctor's faults, met by a look-up. */
function diagnosed({ make, env, trouble, chat }: Fault, timeLimitMs?: number, timeoutMs?: string): MakeFault {
  return async (scope) => {
    let faults: readonly ChatFault[] = [];
    // Only what makes the fault is needed of the doctor's scene: the stand-in of Chat.
    const setFaults = (made: readonly ChatFault[]) => {
      faults = made;
    };
    const scene = { chat: { setFaults } } as unknown as Scene;
    const timeout = timeoutMs && { TENCENT_TIMEOUT_MS: timeoutMs };
    const made = { ...(await make?.(scene)), ...env, ...timeout } as Environment & Readonly<Record<string, string>>;
    const findings = Object.entries(trouble).map(([id, status]) => `doctor: ${id} ${status}`);
    return asked({ faults, env: made, findings, ...(chat && { chat }), ...(timeLimitMs && { timeLimitMs }) })(scope);
  };
}

/** Those that hit the doctor's own account say nothing about a person's look-up. */
const OF_DOCTOR_ALONE = ['answers without counts', 'an asking account that alone fails'];

/** Milliseconds for what never ends; all else has time enough also on a busy machine. */
const SOON: Readonly<Record<string, string>> = { 'a Chat that hangs': '300' };
/** Milliseconds for what is asked again for as long as there is time. */
const UNTIL_THE_END: Readonly<Record<string, number>> = { 'too many calls of Chat': 1200 };

export const OF_CHAT: MadeFaults = {
  ...Object.fromEntries(
    Object.entries(CHAT_FAULTS)
      .filter(([name]) => !OF_DOCTOR_ALONE.includes(name))
      .map(([name, fault]) => [name, diagnosed(fault, UNTIL_THE_END[name], SOON[name])] as const),
  ),
  'a clock two days behind Chat’s': diagnosed(CLOCK_FAULTS['two days behind Chat’s'] as Fault),
  'a Chat that takes 0.2 s for each answer': asked({ faults: [{ kind: 'slow', ms: 200 }] }),
  'one account that Chat refuses': asked({
    faults: [{ kind: 'account-code', account: 'bob', code: 30006 }],
    typed: 'alice bob',
  }),
  'one account that makes Chat refuse the whole call': asked({
    faults: [{ kind: 'poison', account: 'bob', code: 30003 }],
    typed: 'alice bob',
  }),
  'an account that Chat leaves out of its answer': asked({
    faults: [{ kind: 'drop', account: 'bob' }],
    typed: 'alice bob',
  }),
  'an account without its counts': asked({ faults: [{ kind: 'no-counts', account: 'bob' }], typed: 'alice bob' }),
  'counts of other types than documented': asked({ faults: [{ kind: 'garbled' }] }),
  'one 502, one 60007 and one reset, then all is well': asked({
    faults: [
      { kind: 'status', status: 502, times: 1 },
      { kind: 'code', code: 60007, times: 1 },
      { kind: 'reset', times: 1 },
    ],
  }),
};
