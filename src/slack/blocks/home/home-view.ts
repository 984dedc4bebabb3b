import type { HomeView, InputBlock } from '@slack/types';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { ruleSentence } from '../access/access-why.ts';
import { describeDenial, whoCanHelp } from '../access/denial.ts';
import type { Sentence } from '../kit/inline.ts';
import { toPlain, toRichText } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import type { MessageBlock } from '../kit/reply.ts';
import { searchAccount } from '../reports/open-account.ts';
import { accessBlocks } from './home-access.ts';
import { auditBlocks } from './home-audit.ts';
import type { HomeContent, Role } from './home-content.ts';
import { digestBlocks } from './home-digests.ts';
import { failingBlocks } from './home-failing.ts';
import { linkBlocks } from './home-links.ts';
import { listBlocks } from './home-lists.ts';
import { warningBlocks } from './home-warnings.ts';
import { watchBlocks } from './home-watches.ts';
import type { Pages } from './pages.ts';

/** How a Home is looked at. */
interface Looks {
  readonly pages: Pages;
  /** What stands on top of it; none at all where there is nothing to say. */
  readonly notice: readonly MessageBlock[];
  /** The most accounts that one look-up takes. */
  readonly maxAccounts: number;
  /** The command that checks everything, as it is typed where the app runs. */
  readonly doctor: string;
}

/** A person's Home. Slack takes 100 blocks, and every part has pages or is cut, so that it has fewer whatever there is. */
export function homeView(reader: Reader, content: HomeContent, looks: Looks): HomeView {
  return { type: 'home', blocks: [...blocksOf(reader, content, looks)] as HomeView['blocks'] };
}

/** What is shown where Slack didn't take the Home. @param reference of the log */
export function rejectedHomeView(reader: Reader, reference: string): HomeView {
  const said = reader.words.home.rejected({ reference: { code: reference } });
  return { type: 'home', blocks: [header(reader), toRichText([said])] };
}

function blocksOf(reader: Reader, content: HomeContent, looks: Looks): readonly MessageBlock[] {
  if (content.kind === 'denied') {
    const { denial } = content;
    const said =
      denial.reason === 'no-rule'
        ? joinSentences(reader, reader.words.home.noAccess(), whoCanHelp(reader, denial.admins))
        : describeDenial(reader, denial);
    return [header(reader), toRichText([said])];
  }
  const { pages, notice, maxAccounts, doctor } = looks;
  const top = [
    header(reader),
    ...(notice.length > 0 ? [...notice, DIVIDER] : []),
    toRichText([roleSentence(reader, content.decision)]),
    lookUpField(reader),
  ];
  if (content.kind === 'without-store') return [...top, toRichText([reader.words.home.storeAway()])];
  const { links, rules, audit, warnings } = content;
  const search: MessageBlock = { type: 'actions', elements: [searchAccount(reader)] };
  const parts = [
    warnings ? warningBlocks(reader, warnings, doctor) : [],
    failingBlocks(reader, content, pages),
    digestBlocks(reader, content, pages),
    watchBlocks(reader, content, pages),
    listBlocks(reader, content, pages, maxAccounts),
    links ? linkBlocks(reader, links, pages) : [],
    rules ? accessBlocks(reader, rules, pages) : [],
    audit ? auditBlocks(reader, audit) : [],
  ];
  return [...top, search, ...parts.flatMap((part) => (part.length > 0 ? [DIVIDER, ...part] : []))];
}

const DIVIDER = { type: 'divider' } as const;

function header({ words }: Reader): MessageBlock {
  return { type: 'header', text: { type: 'plain_text', text: toPlain(words.home.title()) } };
}

/** The role and the rule that gave it, in the words of `why`. */
function roleSentence(reader: Reader, decision: Role): Sentence {
  return ruleSentence(reader, { personId: undefined, decision });
}

/** Its names stay the same, so that what was typed stays, too, whenever the Home is shown anew. */
function lookUpField({ words: { home } }: Reader): InputBlock {
  return {
    type: 'input',
    block_id: ACTIONS.homeLookUp,
    dispatch_action: true,
    label: { type: 'plain_text', text: toPlain(home.lookUp.label()) },
    hint: { type: 'plain_text', text: toPlain(home.lookUp.hint()) },
    element: {
      type: 'plain_text_input',
      action_id: ACTIONS.homeLookUp,
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  };
}
