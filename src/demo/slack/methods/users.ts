import { ApiError } from '../api-error.ts';
import type { Directory } from '../directory.ts';
import type { InstalledApp } from '../installed-app.ts';
import { flagOf, type JsonObject, textOf } from '../json-values.ts';
import type { Person } from '../types.ts';
import type { MethodFamily } from './method.ts';

interface Options {
  readonly app: InstalledApp;
  readonly directory: Directory;
  readonly now: () => number;
}

/** `users.info`, with `include_locale`. */
export function createUserMethods({ app, directory, now }: Options): MethodFamily {
  const describePerson = (person: Person): JsonObject => ({
    id: person.id,
    team_id: directory.teamOf(person).id,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    ...describeZone(person.timeZone, now()),
    is_bot: false,
    is_app_user: false,
    is_restricted: person.kind === 'guest',
    is_ultra_restricted: false,
    // Slack's user object: "belongs to a different workspace … and isn't in any shared channels visible to your
    // app". A person of another team in a shared channel differs from the team only by team_id.
    is_stranger: person.kind === 'stranger' && !sharesChannel(person.id),
    profile: { real_name: person.realName, display_name: person.name, team: directory.teamOf(person).id },
  });
  const describeBot = (): JsonObject => ({
    id: app.botUserId,
    team_id: directory.team.id,
    name: app.name,
    real_name: app.name,
    deleted: false,
    is_bot: true,
    is_app_user: false,
    is_restricted: false,
    is_ultra_restricted: false,
    profile: { real_name: app.name, display_name: app.name, bot_id: app.botId, api_app_id: app.id },
  });
  const sharesChannel = (personId: string): boolean =>
    directory.channels.some(({ id }) => directory.isMember(personId, id) && directory.isMember(app.botUserId, id));

  return {
    'users.info': {
      token: 'bot',
      scopes: ['users:read'],
      run: (args) => {
        const id = textOf(args, 'user');
        if (id === app.botUserId) return { user: describeBot() };

        const person = directory.person(id);
        if (!person) throw new ApiError('user_not_found');
        const locale = flagOf(args, 'include_locale') ? { locale: person.locale } : {};
        return { user: { ...describePerson(person), ...locale } };
      },
    },
  };
}

type NameStyle = 'long' | 'longOffset';

/** Each costs a tenth of a millisecond to make. */
const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(timeZone: string, style: NameStyle): Intl.DateTimeFormat {
  const key = `${style} ${timeZone}`;
  const format = zoneFormats.get(key) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: style });
  zoneFormats.set(key, format);
  return format;
}

function describeZone(timeZone: string, at: number): JsonObject {
  const name = (style: NameStyle): string =>
    zoneFormat(timeZone, style)
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name('longOffset')) ?? [];
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  return { tz: timeZone, tz_label: name('long'), tz_offset: sign === '-' ? -seconds : seconds };
}
