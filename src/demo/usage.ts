import { PEOPLE } from './slack/seed.ts';

/** Accounts worth looking up: with many followers, a few, gaining, losing, none, and one that Chat doesn't know. */
export const ACCOUNTS_TO_TRY = ['alice', 'aiko', 'dave', 'heidi', 'grace', 'newcomer', 'ghost'] as const;

/** Who and what there is to try: for the help, and for errors. */
export const WHO_THERE_IS = `  people    ${PEOPLE.map(({ name, note }) => `${name} (${note})`).join(', ')}
  accounts  ${ACCOUNTS_TO_TRY.join(' ')} (unknown on purpose); on lists: list:creators, list:press`;

export const USAGE = `npm run demo                                    opens the demo page
npm run demo -- "/followstats alice bob ghost"  runs a command and prints the answer

Several commands share one workspace, and a name before one says who types it:
npm run demo -- "anders: /followstats list create vip alice bob" "/followstats list:vip"

Who is behind a number, and what changes it; /followstats help all shows every command:
npm run demo -- "/followstats fans alice" "/followstats following alice" "/followstats mutual alice"
npm run demo -- "/followstats check alice bob carol" "/followstats changes alice 7d"
npm run demo -- "/followstats priya" "/followstats history priya 1y"
npm run demo -- "anders: /followstats watch new alice" "anders: /followstats watch list"

  --as NAME    who types it when the command doesn't say; maya by default
  --socket     Socket Mode instead of signed HTTP
  --port PORT  of the page; 4747, or a free one when that is taken
  --log        shows the app's log on stderr
  --field-test FILE  behaves as the report of npm run field-test (its .json) says of a real workspace

${WHO_THERE_IS}`;

/** Below the answers. */
export const LAST_HINT = `What these commands made is forgotten now. Commands in one call share a workspace: npm run demo -- --help
With buttons, menus and a week of digests: npm run demo`;
