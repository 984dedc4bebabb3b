import { SECOND } from '../faults/fault.ts';
import type { World } from '../world.ts';
import type { PersonTools } from './action.ts';
import { type Actor, CAST, CROWD } from './cast.ts';
import { DENIAL } from './deny.ts';
import { readSubject } from './expectations.ts';
import type { People } from './people.ts';

/** Where nothing fails, an answer takes no longer. */
const LONGEST_MS = 60 * SECOND;
const CONFIGURED: Readonly<Partial<Record<Actor, string>>> = { anders: 'admin', maya: 'viewer' };

const EVERYBODY = ['none', 'viewer', 'editor', 'admin'];

/** What people type, what their answer says when it is a real one, which roles get that, and what the others read. */
const COMMANDS: readonly {
  readonly text: string;
  readonly says: RegExp;
  readonly roles: readonly string[];
  readonly others: RegExp;
}[] = [
  ...CROWD.slice(0, 1).map((text) => ({
    text,
    says: new RegExp(`${text} · \\d+ followers?(?: \\([^)]*\\))? · \\d+ following · \\d+ mutual`),
    roles: EVERYBODY.slice(1),
    others: DENIAL,
  })),
  { text: 'list show', says: /^\d+ lists?\n|no lists/, roles: EVERYBODY.slice(1), others: DENIAL },
  { text: 'digest list', says: /^\d+ digests?\n|no digests/, roles: EVERYBODY.slice(2), others: DENIAL },
  { text: 'help', says: /\/followstats/, roles: EVERYBODY.slice(1), others: /don’t have access to followstats yet/ },
];

/** When nothing has failed for hours, everybody who has a role gets real answers, everybody else a denial, each at once. */
export async function askInCalm({ engine, violated }: World, people: People): Promise<void> {
  const invariant = 'in calm everybody is answered';

  async function roleOf(actor: Actor): Promise<string> {
    return CONFIGURED[actor] ?? readSubject(engine, { kind: 'grant', personId: CAST[actor].id });
  }

  /** Entries of an actor's deeds since then. */
  async function entriesSince(actor: Actor, entry: string): Promise<number> {
    const [found] = await engine.committed<{ count: number }>(
      'select count(*) as count from audit where id > ? and actor = ?',
      [entry, CAST[actor].id],
    );
    return found?.count ?? 0;
  }

  async function lastEntry(): Promise<string> {
    const [found] = await engine.committed<{ last: string | null }>('select max(id) as last from audit');
    return found?.last ?? '';
  }

  async function check({ time, ask, person, actor }: PersonTools, text: string, expected: RegExp): Promise<void> {
    const askedAt = time.elapsed();
    const before = await lastEntry();
    const answer = await ask(text);
    const tookMs = time.elapsed() - askedAt;
    const about = [person.name, person.id];
    if (!expected.test(answer.text) || tookMs > LONGEST_MS)
      violated(invariant, `${person.name} typed “${text}” and read “${answer.text.slice(0, 80)}”`, about);
    // The entry is written once the answer is sent.
    await time.sleep(10 * SECOND);
    const entries = await entriesSince(actor, before);
    if (entries !== 1)
      violated('each invocation leaves one audit entry', `“${text}” of ${person.name} left ${entries}`, about);
  }

  for (const actor of Object.keys(CAST) as Actor[]) {
    const tools = people.toolsOf(actor);
    const role = await roleOf(actor);
    const { text, says, roles, others } = tools.chance.pick(COMMANDS);
    await check(tools, text, roles.includes(role) ? says : others);
  }
}
