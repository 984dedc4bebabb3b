import { charactersIn } from '../blocks/characters.ts';
import { LIMITS } from '../blocks/limits.ts';
import { flagOf, isObject, type JsonObject, listOf, objectOf, textOf } from '../json-values.ts';
import { kindsIn } from './block-kinds.ts';

/** How a workspace was seen to take something, or not; what isn't said stays as the documents have it. */
export interface ContentRule {
  /** By which it was sent; see `wayOf`. `call/` and a method's name: whatever is sent by that. */
  readonly way: string;
  /** Kinds of its blocks, once for each block. */
  readonly kinds: readonly string[];
  /** Set where its size was what mattered. */
  readonly sizes?: SomeSizes | undefined;
  /** How it was rejected; undefined: it was taken. */
  readonly rejection?: { readonly code: string; readonly messages: readonly string[] } | undefined;
}

/** How large a message is: code points of its text and of the words in its blocks, rows of its tables, series of its charts. */
type Sizes = Readonly<Record<(typeof SIZES)[number], number>>;
const SIZES = ['text', 'characters', 'rows', 'series'] as const;

/** Some of them, as far as they were what mattered. */
type SomeSizes = { readonly [Name in keyof Sizes]?: number | undefined };

/** What the rules say of one request; undefined where they say nothing. */
export type Verdict =
  | { readonly kind: 'taken' }
  | ({ readonly kind: 'rejected' } & NonNullable<ContentRule['rejection']>);

/** What is taken without a word of its size was no larger than this. */
const USUAL: Sizes = { text: 4000, characters: LIMITS.postCharacters, rows: 101, series: 6 };

/** Makes what judges requests by the rules. The one that says most decides: of content that is the same, else of all that is in it. */
export function createContentRules(
  rules: readonly ContentRule[],
): (method: string, args: JsonObject) => Verdict | undefined {
  const byWay = Map.groupBy(
    rules.toSorted((one, other) => other.kinds.length - one.kinds.length || sum(other.sizes) - sum(one.sizes)),
    ({ way }) => way,
  );

  return (method, args) => {
    const [call] = byWay.get(`call/${method}`) ?? [];
    if (call?.rejection) return { kind: 'rejected', ...call.rejection };
    const own = byWay.get(wayOf(method, args) ?? '') ?? [];
    if (own.length === 0) return undefined;
    const blocks = [...listOf(args, 'blocks'), ...listOf(objectOf(args, 'view'), 'blocks')];
    const [kinds, sizes] = [kindsIn(blocks), sizesOf(blocks, textOf(args, 'text'))];
    const isSame = ({ kinds: tried, sizes: upTo }: ContentRule) =>
      tried.join() === kinds.join() && isWithin(sizes, { ...USUAL, ...upTo });
    if (own.some((rule) => !rule.rejection && isSame(rule))) return { kind: 'taken' };
    const rejecting = own.find(({ rejection, kinds: tried, sizes: from }) => {
      if (!rejection) return false;
      return from ? isWithin(from, sizes) : holdsAll(kinds, tried);
    });
    return rejecting?.rejection && { kind: 'rejected', ...rejecting.rejection };
  };
}

/** The most characters in blocks that were seen to be taken by a way; 0 where none were. */
export function mostTaken(rules: readonly ContentRule[], way: string): number {
  const taken = rules.filter((rule) => rule.way === way && !rule.rejection);
  return Math.max(0, ...taken.map(({ sizes }) => sizes?.characters ?? 0));
}

/** By which way a request sends something; undefined for one that sends nothing. */
function wayOf(method: string, args: JsonObject): string | undefined {
  switch (method) {
    case 'chat.postMessage':
      if (textOf(args, 'thread_ts') !== '') return 'thread';
      return /^[DUW]/.test(textOf(args, 'channel')) ? 'direct' : 'post';
    case 'response_url':
      if (flagOf(args, 'replace_original')) return 'response-url-replace';
      return textOf(args, 'response_type') === 'in_channel' ? 'response-url-public' : 'response-url';
    default:
      return WAYS[method];
  }
}

const WAYS: Readonly<Record<string, string>> = {
  'chat.update': 'update',
  'chat.postEphemeral': 'ephemeral',
  'views.open': 'modal-open',
  'views.push': 'modal-push',
  'views.update': 'modal-update',
  'views.publish': 'home',
  'blocks.validate': 'validate',
};

function sizesOf(blocks: readonly unknown[], text: string): Sizes {
  const inAll = (count: (block: JsonObject) => number) => Math.max(0, ...blocks.filter(isObject).map(count));
  return {
    text: [...text].length,
    characters: charactersIn(blocks),
    rows: inAll((block) => listOf(block, 'rows').length),
    series: inAll((block) => listOf(objectOf(block, 'chart'), 'series').length),
  };
}

/** Whether nothing in `small` is larger than in `large`; what one of them doesn't say doesn't count. */
function isWithin(small: SomeSizes, large: SomeSizes): boolean {
  return SIZES.every((name) => (small[name] ?? 0) <= (large[name] ?? Number.POSITIVE_INFINITY));
}

const sum = (sizes: SomeSizes = {}): number => SIZES.reduce((all, name) => all + (sizes[name] ?? 0), 0);

function holdsAll(kinds: readonly string[], wanted: readonly string[]): boolean {
  const count = (list: readonly string[], kind: string) => list.filter((one) => one === kind).length;
  return wanted.every((kind) => count(kinds, kind) >= count(wanted, kind));
}
