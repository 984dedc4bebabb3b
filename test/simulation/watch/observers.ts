import type { FollowChange } from '../../../src/demo/chat/follow-change.ts';
import type { ChatReply } from '../../../src/demo/chat/service.ts';
import type { Outgoing } from '../../../src/demo/slack/delivery/delivery.ts';
import type { Outcome } from '../../../src/demo/slack/http/http-answer.ts';
import type { Message } from '../../../src/demo/slack/types.ts';
import type { Kept } from '../../../src/followstats/events/keep-events.ts';
import type { FollowEvent } from '../../../src/followstats/events/ports.ts';
import type { Watcher } from '../invariants/invariant.ts';
import type { Life } from '../kernel/life.ts';
import type { Trace } from '../kernel/trace.ts';
import type { Marks } from '../marks.ts';
import { spoiledBy } from '../parts/chat-network.ts';
import type { DatabaseEngine, RunListener } from '../parts/database-engine.ts';
import { KILL_MARKS } from '../parts/kills.ts';
import type { Point } from '../parts/points.ts';
import { createAlertWatch } from './alerts.ts';
import { createAnswerWatch } from './answers.ts';
import { createChatWatch } from './chat-calls.ts';
import { createLogWatch } from './log.ts';
import { createRunWatch } from './runs.ts';
import { createSlackWatch } from './slack-calls.ts';

interface Options {
  readonly trace: Trace;
  readonly marks: Marks;
  readonly engine: DatabaseEngine;
  /** The ledger and the invariants. */
  readonly watchers: readonly Watcher[];
  /** Milliseconds since the start. */
  readonly elapsed: () => number;
}

/** Hands each thing that happens on to all that look at it: the trace, the marks, the ledger and the invariants. */
export interface Observers {
  /** A request of Slack's reached a replica. */
  request(life: Life, outgoing: Outgoing, isRepeat: boolean): void;
  /** A message came, or changed. */
  message(message: Message): void;
  /** A replica's call to Slack was decided. */
  slackCalled(life: Life, method: string, outcome: Outcome): void;
  /** A call left for Chat. @returns to be called when its answer has come back */
  chatLeft(life: Life, command: string, accounts: readonly string[]): () => void;
  /** Chat has decided a call. */
  chatDecided(life: Life, reply: ChatReply): void;
  /** Runs changed, in one transaction that is committed. */
  readonly runs: RunListener;
  /** A replica wrote a line, JSON, to its log. */
  logged(life: Life, text: string, isStopping: boolean): void;
  /** A replica is about to be killed. @param point what it was doing; `undefined`: anything */
  killed(point: Point | undefined): void;
  /** A replica is over, whatever ended it. */
  ended(life: Life): void;
  /** A replica was stopped as an operator would, and has ended in time. */
  stopped(life: Life): void;
  /** Chat's webhook was answered by a replica. */
  webhook(life: Life, change: FollowChange, status: number, isRepeat: boolean): void;
  /** The events of a webhook were handed to a replica, or it says what became of them. */
  taken(life: Life, events: readonly FollowEvent[], kept: Kept | 'arrived'): void;
  /** When a call about an account's counts last left for Chat, milliseconds since the start. */
  readonly askedAt: ReadonlyMap<string, number>;
}

/** The command that reads counts. */
const COUNTS = 'follow_get_info';

export function createObservers({ trace, marks, engine, watchers, elapsed }: Options): Observers {
  const askedAt = new Map<string, number>();
  const watchAnswer = createAnswerWatch(marks);
  const watchLine = createLogWatch(trace, marks);
  const watchChat = createChatWatch(marks);
  const watchRuns = createRunWatch(engine, marks);
  const watchAlerts = createAlertWatch(marks);
  return {
    request(life, outgoing, isRepeat) {
      trace.note(life.name, `gets ${outgoing.type}${isRepeat ? ' again' : ''}`);
      for (const watcher of watchers) watcher.request?.(outgoing);
    },
    message(message) {
      watchAnswer(message);
      for (const watcher of watchers) watcher.message?.(message);
    },
    slackCalled: createSlackWatch(trace, marks),
    chatLeft(life, command, accounts) {
      if (command === COUNTS) for (const account of accounts) askedAt.set(account, elapsed());
      for (const watcher of watchers) watcher.chatCall?.({ leftAt: elapsed(), command, accounts });
      return watchChat.left(life, accounts);
    },
    chatDecided(life, { accounts, code, fault }) {
      trace.note(life.name, `asks Chat for ${accounts.length}: ${code}`);
      watchChat.decided(life, accounts, code);
      for (const watcher of watchers)
        watcher.chatReply?.({ replica: life.name, accounts, code, spoiled: spoiledBy(fault) });
    },
    runs(all) {
      const changes = all.filter(({ table }) => table === 'digest_runs');
      const alerts = all.filter(({ table }) => table === 'watch_alerts');
      for (const { id, from, to, reason } of alerts)
        if (from !== to)
          trace.note('store', `alert ${id} ${from || 'new'} → ${to}${reason === null ? '' : ` (${reason})`}`);
      watchAlerts(alerts);
      if (alerts.length > 0) for (const watcher of watchers) watcher.alerts?.(alerts);
      if (changes.length === 0) return;
      for (const { id, from, to, reason } of changes)
        if (from !== to)
          trace.note('store', `run ${id} ${from || 'new'} → ${to}${reason === null ? '' : ` (${reason})`}`);
      watchRuns(changes);
      for (const watcher of watchers) watcher.runs?.(changes);
    },
    logged(life, text, isStopping) {
      const line = JSON.parse(text);
      watchLine(life.name, line, isStopping);
      for (const watcher of watchers) watcher.log?.(line, text, life.name);
    },
    killed(point) {
      const mark = point && KILL_MARKS[point];
      if (mark) marks.reach(mark);
    },
    ended({ name }) {
      for (const watcher of watchers) watcher.ended?.(name);
    },
    stopped({ name }) {
      for (const watcher of watchers) watcher.stopped?.(name);
    },
    webhook(life, { kind, follower, accounts }, status, isRepeat) {
      trace.note(
        life.name,
        `gets ${isRepeat ? 'again ' : ''}the webhook that ${follower} ${kind}s ${accounts.join(' ')}: ${status}`,
      );
      if (status === 401) marks.reach('webhook too late');
      if (isRepeat && status === 200) marks.reach('webhook came twice');
    },
    taken(life, events, kept) {
      if (kept === 'waiting' || kept === 'lost') trace.note(life.name, `has ${events.length} events ${kept}`);
      if (kept === 'waiting') marks.reach('event waited for the store');
      for (const watcher of watchers) watcher.events?.({ replica: life.name, events, kept });
    },
    askedAt,
  };
}
