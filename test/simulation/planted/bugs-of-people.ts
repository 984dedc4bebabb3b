import type { PlantedBug } from './bug.ts';

/** Bugs in what people may do, and in what they are told. */
export const PEOPLE_BUGS: readonly PlantedBug[] = [
  {
    name: 'save-without-role',
    about: 'whoever has a form open may save it, whatever became of their role',
    file: 'slack/digests/enter-form.ts',
    find: "if (denial) return { kind: 'denied', denial, asker };",
    replace: "if (denial && deed !== 'save') return { kind: 'denied', denial, asker };",
    seed: 32,
    days: 1,
    by: 'no role, no change',
  },
  {
    name: 'buttons-trust-their-answer',
    about: 'who had an answer may press what stands below it for ever, without being authorized anew',
    file: 'slack/lookups/button-click.ts',
    find: "const authorization = await authorize(asker, 'viewer', button);",
    replace: `const authorization: any = {
      decision: { role: 'viewer', rule: { subject: { kind: 'everyone' }, role: 'viewer' }, isPartial: false },
      keep() {},
    };`,
    seed: 192,
    days: 3,
    by: 'no role, no answer',
  },
  {
    name: 'grants-remembered',
    about: 'grants are read once in five minutes, so that a role that was taken back still counts',
    file: 'followstats/access/access.ts',
    find: 'return await grants.all();',
    replace: `const kept = (grants as any).kept;
      if (kept && Date.now() - kept.at < 300_000) return kept.all;
      const all = await grants.all();
      (grants as any).kept = { all, at: Date.now() };
      return all;`,
    seed: 112,
    days: 1,
    by: 'no role, no change',
  },
  {
    name: 'low-role-passes',
    about: 'an editor may do what needs an admin',
    file: 'followstats/access/rules.ts',
    find: 'rank(role) >= rank(needed)',
    replace: "(rank(role) >= rank(needed) || role === 'editor')",
    seed: 128,
    days: 4,
    by: 'no role, no answer',
  },
  {
    name: 'revoke-not-written',
    about: 'the statement that takes a role back is made and never executed',
    file: 'store/subjects/grants.ts',
    find: `          .where('subject_id', '=', key.subject_id)
          .execute();
        return { action: 'revoke'`,
    replace: `          .where('subject_id', '=', key.subject_id);
        return { action: 'revoke'`,
    seed: 112,
    days: 2,
    by: 'no role, no change',
  },
  {
    name: 'links-unaudited',
    about: 'a change of a link leaves no audit entry',
    file: 'store/transaction.ts',
    find: 'await writeAudit(inside, [{ ...entry',
    replace: "if (subject !== 'links') await writeAudit(inside, [{ ...entry",
    seed: 112,
    days: 2,
    by: 'every change is in the audit log',
  },
  {
    name: 'every-request-is-new',
    about: 'a request that another replica has done is done again',
    file: 'slack/connection/claim-requests.ts',
    find: 'resolve(mine.has(key));',
    replace: 'resolve(mine.size >= 0);',
    seed: 48,
    days: 1,
    by: 'a request is done once',
  },
  {
    name: 'response-url-in-log',
    about: 'the reason why a response URL took nothing holds the URL',
    file: 'slack/sending/response-url.ts',
    find: "throw new ResponseUrlFailed('no answer', true);",
    replace: "throw new ResponseUrlFailed('no answer from ' + url, true);",
    seed: 64,
    days: 1,
    by: 'no secret is told',
  },
  {
    name: 'no-other-way',
    about: 'an answer that a response URL doesn’t take is only logged',
    file: 'slack/sending/recipient.ts',
    find: `'answering by chat.postEphemeral instead');
        await next(reply);`,
    replace: `'answering by chat.postEphemeral instead');`,
    seed: 48,
    days: 1,
    by: 'who asks is answered',
  },
  {
    name: 'answers-for-everyone',
    about: 'what is sent to a response URL is shown to the whole channel unless its sender says otherwise',
    file: 'slack/sending/response-url.ts',
    find: "{ response_type: 'ephemeral', replace_original: false,",
    replace: "{ response_type: 'in_channel', replace_original: false,",
    seed: 32,
    days: 1,
    by: 'an answer is for one person',
  },
  {
    name: 'form-makes-two',
    about: 'a form that is sent in again makes a second digest',
    file: 'store/digests/digests.ts',
    find: 'formId === undefined ? undefined : ((await idOfForm(trx, formId)) as DigestId | undefined)',
    replace: 'formId === undefined ? ((await idOfForm(trx, String(formId))) as DigestId | undefined) : undefined',
    seed: 112,
    days: 1,
    by: 'what was said to be done is done',
  },
  {
    name: 'sent-unaudited',
    about: 'an invocation whose answer is sent leaves no audit entry',
    file: 'slack/conversation/conversation.ts',
    find: `  let why: string | undefined = 'not-sent';
  try {
    why = await act();
  } finally {
    end(why);
  }`,
    replace: `  const why = await act();
  if (why !== undefined) end(why);`,
    seed: 32,
    days: 2,
    by: 'each invocation leaves one audit entry',
  },
  {
    name: 'operators-words-for-all',
    about: 'what an operator has to do is told whoever asks',
    file: 'slack/blocks/kit/failure-text.ts',
    find: "fix:\n      reader.role === 'admin'",
    replace: 'fix:\n      reader.role !== undefined',
    seed: 208,
    days: 2,
    by: 'only admins read what operators have to do',
  },
];
