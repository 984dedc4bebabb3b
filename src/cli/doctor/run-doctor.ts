import { withDeadline } from '../../deadline.ts';
import { examineStore, freeBytes } from '../../store/upkeep/examine-store.ts';
import { all, CHECK_IDS, type Check, type CheckId, type Findings, fail, skip } from './check.ts';
import { checkChat } from './check-chat.ts';
import { checkConfig } from './check-config.ts';
import { checkSlack } from './check-slack.ts';
import { checkStore } from './check-store.ts';

/** How long things may take, milliseconds. All together they stay below 20 s, since what is independent runs side by side. */
export interface DoctorTimes {
  /** One call of Slack's; three come one after the other. */
  readonly slackMs: number;
  /** One call of Chat's; two come one after the other only when the first was answered. */
  readonly chatMs: number;
  /** What a running app may take to say that it is ready. */
  readonly appMs: number;
  /** Each of the three groups, whatever hangs in it. */
  readonly groupMs: number;
}

const TIMES: DoctorTimes = { slackMs: 5000, chatMs: 7000, appMs: 5000, groupMs: 17_000 };

/** What a test may replace. */
export interface DoctorSeams {
  readonly fetch?: typeof globalThis.fetch;
  /** Unix milliseconds, of this machine's clock. */
  readonly now?: () => number;
  readonly freeBytes?: typeof freeBytes;
  readonly examine?: typeof examineStore;
  readonly times?: Partial<DoctorTimes>;
}

interface Options {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What is wrong with the `.env` file. */
  readonly fileFaults: readonly string[];
  readonly seams?: DoctorSeams;
}

const SLACK = ['slack-connection', 'slack-token', 'slack-scopes', 'slack-clock'] as const satisfies readonly CheckId[];
const CHAT = [
  'chat-region',
  'chat-key',
  'chat-follow',
  'chat-from-account',
  'chat-clock',
] as const satisfies readonly CheckId[];
const STORE = ['store', 'store-space', 'digests'] as const satisfies readonly CheckId[];

/**
 * Makes every check, and changes nothing that the app would notice. Never rejects.
 * @returns one for each id, in their order
 */
export async function runDoctor({ environment, fileFaults, seams = {} }: Options): Promise<readonly Check[]> {
  const { fetch = globalThis.fetch, now = Date.now } = seams;
  const { slackMs, chatMs, appMs, groupMs } = { ...TIMES, ...seams.times };
  const { finding, config, store } = checkConfig(environment, fileFaults);
  const faulty = async (ids: readonly CheckId[]) => all(ids, skip('The configuration has to be right first.'));

  const groups = await Promise.all([
    bounded(SLACK, groupMs, () =>
      config ? checkSlack({ slack: config.slack, fetch, now, timeoutMs: slackMs }) : faulty(SLACK),
    ),
    bounded(CHAT, groupMs, () => (config ? checkChat({ config, now, timeoutMs: chatMs }) : faulty(CHAT))),
    bounded(STORE, groupMs, () =>
      store
        ? checkStore({
            ...{ store, app: config, fetch, timeoutMs: appMs },
            examine: seams.examine ?? examineStore,
            freeBytes: seams.freeBytes ?? freeBytes,
          })
        : faulty(STORE),
    ),
  ]);
  const findings: Findings = Object.assign({ config: finding }, ...groups);
  return CHECK_IDS.map((id) => ({ id, ...(findings[id] ?? skip('It was not checked.')) }));
}

/** Whatever happens in a group, it comes to findings in its time: the first of its checks then says what. */
async function bounded(ids: readonly CheckId[], ms: number, work: () => Promise<Findings>): Promise<Findings> {
  const broken = (finding: ReturnType<typeof fail>): Findings => ({
    ...all(ids, skip(`It can be told once ${ids[0]} is right.`)),
    ...all(ids.slice(0, 1), finding),
  });
  try {
    return await withDeadline(work(), { ms }, () =>
      broken(
        fail(`No answer came within ${Math.ceil(ms / 1000)} s.`, 'Look at what lies between this machine and there.'),
      ),
    );
  } catch (error) {
    // Its message isn't ours, and may hold anything.
    const kind = error instanceof Error ? error.name : typeof error;
    return broken(fail(`The check itself broke off (${kind}).`, 'That is a bug in followstats; please report it.'));
  }
}
