import type { Warning } from '../../../followstats/health/warnings.ts';
import type { Reader } from '../../words/reader.ts';
import { clean, type Inline, type Sentence, toBullets, toRichText } from '../kit/inline.ts';
import { listed } from '../kit/listed.ts';
import type { MessageBlock } from '../kit/reply.ts';

const MB = 1_000_000;
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
/** What another version wrote may be long. */
const MOST_LINES = 8;
const MOST_SCOPES = 20;
/** Code points of a scope's name. */
const LONGEST = 40;

/**
 * What is wrong on the server, a line each with what to do about it. Nothing when all is well.
 * @param doctor the command that checks everything, as it is typed there
 */
export function warningBlocks(reader: Reader, warnings: readonly Warning[], doctor: string): readonly MessageBlock[] {
  if (warnings.length === 0) return [];
  const { title, more } = reader.words.homeWarnings;
  return [
    toRichText([title({ warnings: warnings.length })]),
    toBullets(warnings.slice(0, MOST_LINES).map((warning) => warningLine(reader, warning))),
    toRichText([more({ command: { code: doctor } })]),
  ];
}

function warningLine(reader: Reader, warning: Warning): Sentence {
  const { scopesRequired, scopesOptional, slackClock, chatClock, space, overdue } = reader.words.homeWarnings;
  switch (warning.kind) {
    case 'slack-scopes': {
      const names = warning.scopes.slice(0, MOST_SCOPES).map((scope): Inline => ({ code: clean(scope, LONGEST) }));
      const scopes = listed(reader, names);
      return warning.health === 'fail' ? scopesRequired({ scopes }) : scopesOptional({ scopes });
    }
    case 'slack-clock':
      return slackClock({ seconds: Math.round(Math.abs(warning.aheadMs) / SECOND_MS) });
    case 'chat-clock':
      return chatClock({ seconds: Math.round(Math.abs(warning.aheadMs) / SECOND_MS) });
    case 'store-space':
      return space({ megabytes: Math.floor(warning.freeBytes / MB) });
    case 'digests':
      return overdue({ posts: warning.count, minutes: Math.floor(warning.lateMs / MINUTE_MS) });
  }
}
