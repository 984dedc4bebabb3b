import type { Config } from '../../config.ts';
import type { Failure } from '../../errors.ts';
import { CHAT_CLOCK, judgeMost } from '../../followstats/health/limits.ts';
import { chatFix, FROM_ACCOUNT_FIX } from '../../slack/words/chat-fix.ts';
import { classOf } from '../../tencent/error-codes.ts';
import { createDispatcher } from '../../tencent/pool.ts';
import { type ChatProbe, probeChat } from '../../tencent/probe-chat.ts';
import { all, type CheckId, type Finding, type Findings, fail, ok, skip, warn } from './check.ts';
import { CLOCK_FIX, clockWords, networkFix } from './network-fix.ts';

interface Options {
  readonly config: Config;
  /** Of each call, milliseconds. */
  readonly timeoutMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** In the order in which Chat has to let a call pass. */
const STEPS = ['chat-region', 'chat-key', 'chat-follow', 'chat-from-account'] as const satisfies readonly CheckId[];
type Step = (typeof STEPS)[number];

const OK: Readonly<Record<Step, string>> = {
  'chat-region': 'The host is that of the Chat app’s region.',
  'chat-key': 'Chat takes the signature.',
  'chat-follow': 'Follow is switched on, and answers with counts.',
  'chat-from-account': 'The account in whose name is asked exists.',
};

/** Codes that say where a call ended; each of the others says that key, SDKAppID or administrator are wrong. */
const STEP_OF: Readonly<Record<number, Step>> = {
  60026: 'chat-region',
  70016: 'chat-region',
  70020: 'chat-region',
  30001: 'chat-from-account',
  30002: 'chat-from-account',
  30003: 'chat-from-account',
  30005: 'chat-follow',
  32102: 'chat-from-account',
  60009: 'chat-region',
  60016: 'chat-follow',
  60017: 'chat-follow',
  60020: 'chat-follow',
  60027: 'chat-follow',
  60028: 'chat-follow',
  70107: 'chat-from-account',
  70398: 'chat-follow',
  72000: 'chat-follow',
  72001: 'chat-follow',
  72002: 'chat-follow',
  72011: 'chat-follow',
  72012: 'chat-follow',
  80005: 'chat-follow',
};
/** Even a new signature has lapsed: the clocks disagree by a day, or more. */
const LAPSED: ReadonlySet<number> = new Set([70001, 70052]);

/** Makes one small call of Chat; from how far it came follows which of the checks are passed. */
export async function checkChat({ config, timeoutMs, now }: Options): Promise<Findings> {
  const { tencent, proxy } = config;
  const dispatcher = createDispatcher({ baseUrl: tencent.baseUrl, proxy, timeoutMs });
  try {
    const probe = await probeChat({ ...tencent, timeoutMs, dispatcher, now, random: Math.random });
    return { ...judge(probe), 'chat-clock': judgeClock(probe) };
  } finally {
    // Not `close`: what hangs is not waited for.
    await dispatcher.destroy();
  }
}

function judge({ failure, reason }: ChatProbe): Findings {
  if (!failure) return passed(STEPS);
  const code = failure.upstream?.code;
  if (code === undefined) return judgeWithoutCode(failure, reason ?? failure.code);
  if (LAPSED.has(code)) return all(STEPS, skip('The clock has to be right first.'));

  const kind = classOf(code);
  const words = `Chat answered ${code}.`;
  if (kind === 'retry' || kind === 'throttle') {
    const finding = kind === 'retry' ? fail(words, chatFix(code)) : warn(words, chatFix(code));
    return stopped('chat-follow', finding, isOfFollow(code) ? ['chat-region', 'chat-key'] : []);
  }
  const step = failure.upstream?.about === 'from-account' ? 'chat-from-account' : (STEP_OF[code] ?? 'chat-key');
  const fix = step === 'chat-from-account' ? FROM_ACCOUNT_FIX : chatFix(code);
  return stopped(step, fail(words, fix), isOfFollow(code) ? ['chat-region', 'chat-key'] : []);
}

/** Codes of the Follow commands come from behind the door. */
const isOfFollow = (code: number): boolean => code >= 30_000 && code < 40_000;

function judgeWithoutCode(failure: Failure, reason: string): Findings {
  const what = `Chat gave no answer that can be used: ${reason}.`;
  switch (failure.code) {
    case 'incomplete_answer':
    case 'upstream_changed':
      return stopped(
        'chat-follow',
        fail(
          'Chat answered in another form than its documents have.',
          'Look for a newer followstats, and check TENCENT_BASE_URL if it is set.',
        ),
        [],
      );
    case 'upstream_status':
    case 'upstream_garbled':
      return stopped(
        'chat-region',
        fail(what, 'Something else than Chat answers there; check TENCENT_BASE_URL, and the proxy on the way.'),
        [],
      );
    default:
      return stopped('chat-region', fail(what, networkFix('TENCENT_BASE_URL')), []);
  }
}

const passed = (steps: readonly Step[]): Findings => Object.fromEntries(steps.map((step) => [step, ok(OK[step])]));

function stopped(step: Step, finding: Finding, before: readonly Step[]): Findings {
  return { ...all(STEPS, skip(`It can be told once ${step} is right.`)), ...passed(before), [step]: finding };
}

function judgeClock({ failure, aheadMs }: ChatProbe): Finding {
  const code = failure?.upstream?.code;
  if (code !== undefined && LAPSED.has(code))
    return fail(`Chat answered ${code}: a new signature has lapsed.`, chatFix(code));
  if (aheadMs === undefined) return skip('Chat told no time.');
  const what = clockWords(aheadMs, 'Chat’s');
  return judgeMost(Math.abs(aheadMs), CHAT_CLOCK) === 'ok' ? ok(what) : warn(what, CLOCK_FIX);
}
