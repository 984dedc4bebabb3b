import { withDeadline } from '../../deadline.ts';
import { readZone } from '../../digests/schedule/zone.ts';
import type { Directory, DirectoryGap, Membership } from '../../followstats/access/access.ts';
import type { GroupId, PersonId } from '../../followstats/ids.ts';
import type { Language } from '../../followstats/languages.ts';
import type { NameOf } from '../../followstats/names/ports.ts';
import type { Logger } from '../../logger.ts';
import { createReaders, type Reader, type ReaderFacts, USUAL } from '../words/reader.ts';
import { type Identity, platformError, type WebClient } from './web-api.ts';

/** What the app knows of a Slack person. */
export interface PersonFacts {
  readonly membership: Membership;
  /** BCP 47. */
  readonly locale: string;
  /** A name of the IANA database; `UTC` where Slack gives none, or what is none. */
  readonly zone: string;
}

/** Remembers promises, so that two hundred commands at once ask Slack about a person once. */
export interface PromiseCache<Value> {
  get(key: string): Promise<Value> | undefined;
  set(key: string, value: Promise<Value>): unknown;
  delete(key: string): unknown;
}

/** What a person chose for a message, whatever its reader's profile says. */
export type ReadingChoice = Partial<Pick<ReaderFacts, 'language' | 'zone'>>;

/** What Slack knows of people and user groups, and how each person reads. */
export interface SlackDirectory extends Directory {
  /** How a person reads. Never rejects: `en-US` and `UTC` where Slack doesn't say, or not within a second. */
  reader(personId: PersonId, how?: ReadingChoice): Promise<Reader>;
  /** As `reader`, for what can't wait: English in UTC, or the one language of all, where it isn't known within 300 ms. */
  readerAtOnce(personId: PersonId): Promise<Reader>;
}

interface Options {
  readonly web: WebClient;
  readonly identity: Identity;
  readonly people: PromiseCache<PersonFacts>;
  readonly groups: PromiseCache<ReadonlySet<PersonId>>;
  readonly log: Logger;
  /** The language of all readers; `undefined`: each reads their own. */
  readonly language?: Language | undefined;
  /** The names that are shown beside UserIDs; `undefined`: none. */
  readonly nameOf?: NameOf | undefined;
}

/** What Slack says, or why it doesn't. */
type Facts<Value> =
  | { readonly value: Value; readonly gap?: undefined }
  | { readonly value?: undefined; readonly gap: DirectoryGap };

type User = NonNullable<Awaited<ReturnType<WebClient['users']['info']>>['user']>;

const LOOKS_WAIT_MS = 1000;
const AT_ONCE_MS = 300;
const UNKNOWN: PersonFacts = { membership: 'unknown', ...USUAL };

/** Asks Slack about people and user groups, and remembers the answers; a failure is logged and never remembered. */
export function createDirectory({ web, identity, people, groups, log, language, nameOf }: Options): SlackDirectory {
  const readers = createReaders(language, nameOf);

  /** @param scope what the call needs, for the log */
  async function ask<Value>(
    cache: PromiseCache<Value>,
    key: string,
    call: () => Promise<Value>,
    scope: string,
  ): Promise<Facts<Value>> {
    const known = cache.get(key);
    const answer = known ?? call();
    if (!known) cache.set(key, answer);
    try {
      return { value: await answer };
    } catch (error) {
      const code = platformError(error);
      if (!known) {
        cache.delete(key);
        log.warn({ id: key, error: code ?? 'no answer', scope }, 'Slack did not say who this is');
      }
      return { gap: toGap(code) };
    }
  }

  async function readPerson(personId: PersonId): Promise<PersonFacts> {
    const { user } = await web.users.info({ user: personId, include_locale: true });
    return user
      ? {
          membership: toMembership(user, identity),
          locale: readLocale(user.locale),
          zone: readZone(user.tz ?? '') ?? UNKNOWN.zone,
        }
      : UNKNOWN;
  }

  async function readGroup(groupId: GroupId): Promise<ReadonlySet<PersonId>> {
    const { users } = await web.usergroups.users.list({ usergroup: groupId });
    return new Set(users);
  }

  const askPerson = (id: string) => ask(people, id, () => readPerson(id), 'users:read');
  const askGroup = (id: string) => ask(groups, id, () => readGroup(id), 'usergroups:read');
  const person = async (id: string) => (await askPerson(id)).value ?? UNKNOWN;
  async function readerWithin(ms: number, personId: PersonId, how: ReadingChoice = {}): Promise<Reader> {
    const { locale, zone } = await withDeadline(person(personId), { ms }, () => UNKNOWN);
    return readers({ locale, zone: how.zone ?? zone, language: how.language });
  }

  return {
    membership: async (personId) => (await person(personId)).membership,
    reader: (personId, how) => readerWithin(LOOKS_WAIT_MS, personId, how),
    readerAtOnce: (personId) => readerWithin(AT_ONCE_MS, personId),
    groupMembers: async (groupId) => (await askGroup(groupId)).value ?? new Set(),
    personGap: async (personId) => (await askPerson(personId)).gap,
    groupGap: async (groupId) => (await askGroup(groupId)).gap,
  };
}

function toGap(code: string | undefined): DirectoryGap {
  if (code === 'missing_scope') return 'missing-scope';
  return code === 'user_not_found' || code === 'no_such_subteam' ? 'not-found' : 'no-answer';
}

/** Only what Slack states outright makes a member. In an Enterprise organisation people of its other workspaces are ours. */
function toMembership(user: User, identity: Identity): Membership {
  const enterpriseId = user.enterprise_user?.enterprise_id;
  const isOurs = user.team_id === identity.teamId || (enterpriseId && enterpriseId === identity.enterpriseId);
  if (user.is_stranger || !isOurs) return 'stranger';
  if (user.is_restricted || user.is_ultra_restricted) return 'guest';
  if (user.deleted || user.is_bot) return 'unknown';
  return user.is_restricted === false && user.is_ultra_restricted === false ? 'member' : 'unknown';
}

function readLocale(locale = ''): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale.replaceAll('_', '-'))[0] ?? UNKNOWN.locale;
  } catch {
    return UNKNOWN.locale; // no language tag at all
  }
}
