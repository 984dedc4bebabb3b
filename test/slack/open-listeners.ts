import type { Message } from '../../src/demo/slack/types.ts';
import { createAuthorize } from '../../src/followstats/access/authorize.ts';
import type { AuditEntry } from '../../src/followstats/audit/audit.ts';
import type { Answer, Invocation } from '../../src/followstats/commands/answer.ts';
import { toAuditEntries } from '../../src/followstats/commands/audit-entries.ts';
import type { AccountCard } from '../../src/followstats/reports/account-card.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import { ADMISSION, createAdmission } from '../../src/slack/conversation/admission.ts';
import { createButtonValues } from '../../src/slack/conversation/button-values.ts';
import { createConversation } from '../../src/slack/conversation/conversation.ts';
import { createDeliverAnswer, createPrepareReply } from '../../src/slack/conversation/deliver-answer.ts';
import { createRender } from '../../src/slack/conversation/render.ts';
import { createShareOnce } from '../../src/slack/lookups/share-once.ts';
import type { ActionId } from '../../src/slack/names.ts';
import { register } from '../../src/slack/register.ts';
import { createPostShared } from '../../src/slack/sending/post-shared.ts';
import { systemTimers } from '../../src/timers.ts';
import { ANA, OPEN } from '../demo/slack/open-workspace.ts';
import { createMemoryValues } from '../followstats/memory-values.ts';
import { openConnection } from './connection/open-connection.ts';

const VIEWER = { role: 'viewer', rule: { role: 'viewer', subject: { kind: 'everyone' } }, isPartial: false } as const;

/** No form is opened here. */
const withoutForms = {} as Parameters<typeof register>[1];

/** Every listener of the app in a workspace, over answers that the test gives. */
export async function openListeners(
  answer: (invocation: Invocation) => Promise<Answer>,
  cards: (account: AccountId) => AccountCard = () => {
    throw new Error('no card is opened here');
  },
) {
  const invocations: Invocation[] = [];
  const values = createMemoryValues();
  const entries: AuditEntry[] = [];
  const record = (more: readonly AuditEntry[]) => entries.push(...more);
  const opened = await openConnection({
    register: (app, parts) => {
      const buttonValues = createButtonValues({
        ...{ values, gatheredMs: 0 },
        onLost: (error) => parts.log.warn({ err: error }, 'no buttons'),
      });
      const converse = createConversation({
        admission: createAdmission({ ...ADMISSION, delayMs: () => 0, timeLimitMs: 25_000 }),
        ...parts,
        record,
        answer: async (invocation) => {
          invocations.push(invocation);
          // As the real use case does: what was shown is the answer again.
          const { shown } = invocation;
          const given: Answer = shown ? { kind: 'report', report: shown } : await answer(invocation);
          invocation.keep?.(toAuditEntries(invocation, undefined, given));
          return given;
        },
        now: Date.now,
        progressAfterMs: 2000,
        timeLimitMs: 25_000,
      });
      const render = createRender({ maxAccounts: 500, cacheSeconds: 60 });
      const prepareReply = createPrepareReply({
        render,
        buttonValues,
        turns: { take: async () => {} },
        log: parts.log,
      });
      register(app, {
        ...withoutForms,
        ...parts,
        converse,
        prepareReply,
        deliverAnswer: createDeliverAnswer(prepareReply),
        forms: {},
        resolveUnknown: async () => ({ kind: 'gone' }),
        audienceOf: async () => ({ role: 'viewer', admins: [] }),
        buttonValues,
        shareOnce: createShareOnce(values),
        postShared: createPostShared({ ...parts, readerOf: parts.directory.reader }),
        readCard: async (account) => cards(account),
        now: Date.now,
        timeLimitMs: 25_000,
        timers: systemTimers,
        authorize: createAuthorize({
          access: { decideWithAdmins: async () => ({ decision: VIEWER, admins: [] }) },
          record,
        }),
        maxAccounts: 500,
      });
    },
  });
  const { workspace, connection } = opened;
  const seenBy = (personId: string) => workspace.messagesFor(personId, OPEN);

  return {
    ...opened,
    invocations,
    entries,
    values,
    seenBy,
    /** Types as Ana does, and resolves with the newest message she sees once the app is done. */
    async ask(text: string): Promise<Message> {
      await workspace.type({ personId: ANA.id, channelId: OPEN, text: `/followstats ${text}` });
      await connection.app.idle();
      return seenBy(ANA.id).at(-1) as Message;
    },
    /** Clicks as Ana does, and resolves with what she sees once the app is done. @param forged sent as the button's value */
    async press({ ts }: Pick<Message, 'ts'>, actionId: ActionId, forged?: string): Promise<readonly Message[]> {
      await workspace.press({
        personId: ANA.id,
        ts,
        actionId,
        ...(forged !== undefined && { forged: { value: forged } }),
      });
      await connection.app.idle();
      return seenBy(ANA.id);
    },
  };
}
