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
    seed: 64,
    days: 1,
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
    seed: 96,
    days: 2,
    by: 'no role, no change',
  },
  {
    name: 'low-role-passes',
    about: 'an editor may do what needs an admin',
    file: 'followstats/access/rules.ts',
    find: 'rank(role) >= rank(needed)',
    replace: "(rank(role) >= rank(needed) || role === 'editor')",
    seed: 128,
    days: 5,
    by: 'no role, no answer',
  },
  {
    name: 'response-url-in-log',
    about: 'the reason why a response URL took nothing holds the URL',
    file: 'slack/sending/response-url.ts',
    find: "throw new ResponseUrlFailed('no answer', true);",
    replace: "throw new ResponseUrlFailed('no answer from ' + url, true);",
    seed: 64,
    days: 3,
    by: 'no secret is told',
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
];
