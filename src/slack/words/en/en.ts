import { access } from './access.ts';
import { accountCard } from './account-card.ts';
import { asks } from './asks.ts';
import { buttons } from './buttons.ts';
import { changes } from './changes.ts';
import { chatCodes } from './chat-codes.ts';
import { checks } from './checks.ts';
import { commands } from './commands.ts';
import { conversation } from './conversation.ts';
import { digestFaults } from './digest-faults.ts';
import { digestForm } from './digest-form.ts';
import { digestNotices } from './digest-notices.ts';
import { digestPosts } from './digest-posts.ts';
import { digestPreview } from './digest-preview.ts';
import { digests } from './digests.ts';
import { failureLines } from './failure-lines.ts';
import { failures } from './failures.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { homeWarnings } from './home-warnings.ts';
import { instants } from './instants.ts';
import { kit } from './kit.ts';
import { links } from './links.ts';
import { lists } from './lists.ts';
import { places } from './places.ts';
import { relations } from './relations.ts';
import { reports } from './reports.ts';
import { runReasons } from './run-reasons.ts';
import { schedules } from './schedules.ts';
import { sending } from './sending.ts';
import { watchAlerts } from './watch-alerts.ts';
import { watchForm } from './watch-form.ts';
import { watches } from './watches.ts';
import { who } from './who.ts';

/** English: the original, which every translation follows. One file a subject. */
export const en = {
  access,
  accountCard,
  asks,
  buttons,
  changes,
  chatCodes,
  checks,
  commands,
  conversation,
  digestFaults,
  digestForm,
  digestNotices,
  digestPosts,
  digestPreview,
  digests,
  failureLines,
  failures,
  help,
  home,
  homeWarnings,
  history,
  instants,
  kit,
  links,
  lists,
  places,
  relations,
  reports,
  runReasons,
  schedules,
  sending,
  watchAlerts,
  watchForm,
  watches,
  who,
} as const;
