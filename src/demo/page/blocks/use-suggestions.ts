import { useMemo, useRef, useState } from 'preact/hooks';
import type { Suggestions } from '../../slack/types.ts';
import { coalesce } from '../coalesce.ts';
import { type Choice, type ChoiceGroup, toChoice } from './choices.ts';
import type { Shape } from './shape.ts';

/** As `Acts.suggest`, of one field. */
export type Suggest = (text: string) => Promise<Suggestions>;

/** What stands below what was typed: lines to choose from, or one that says why there are none. */
export interface OpenList {
  readonly groups: readonly ChoiceGroup[];
  readonly note: string | undefined;
}

interface Handle {
  /** Undefined while the list is closed. */
  readonly list: OpenList | undefined;
  readonly choices: readonly Choice[];
  readonly open: (text: string) => void;
  readonly close: () => void;
}

// Slack's own number where the app gives none.
const MIN_QUERY_LENGTH = 3;
const LOADING: OpenList = { groups: [], note: 'Loading…' };

/** The list of an external select. While one answer is awaited only the latest text asks next, and nothing can be chosen. */
export function useSuggestions(element: Shape, suggest: Suggest): Handle {
  const [list, setList] = useState<OpenList>();
  const wanted = useRef<string>(undefined);
  const latest = useRef(suggest);
  latest.current = suggest;

  const ask = useMemo(
    () =>
      coalesce(async () => {
        const text = wanted.current;
        if (text === undefined) return;
        const found = await toList(latest.current(text));
        if (text === wanted.current) setList(found);
      }),
    [],
  );
  const least = typeof element.min_query_length === 'number' ? element.min_query_length : MIN_QUERY_LENGTH;
  return {
    list,
    choices: list?.groups.flatMap(({ choices }) => choices) ?? [],
    open(text) {
      const isShort = [...text].length < least;
      wanted.current = isShort ? undefined : text;
      setList(
        isShort ? { groups: [], note: `Type at least ${least} ${least === 1 ? 'character' : 'characters'}.` } : LOADING,
      );
      if (!isShort) void ask();
    },
    close() {
      wanted.current = undefined;
      setList(undefined);
    },
  };
}

async function toList(answer: Promise<Suggestions>): Promise<OpenList> {
  try {
    const { delivery, groups, options } = await answer;
    if (delivery?.error !== undefined)
      return { groups: [], note: `The options could not be loaded (${delivery.error}).` };
    const shown = groups.map((group) => ({ label: group.label ?? '', choices: group.options.map(toChoice) }));
    return { groups: shown, note: options.length === 0 ? 'No results' : undefined };
  } catch (error) {
    return { groups: [], note: error instanceof Error ? error.message : String(error) };
  }
}
