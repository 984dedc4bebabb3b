import { parser } from '@prometheus-io/lezer-promql';

/** A metric that a query reads, and by what it chooses series. */
export interface Selector {
  readonly metric: string;
  readonly matchers: readonly { readonly label: string; readonly operator: string; readonly value: string }[];
}

/** What a query of Prometheus' says. */
export interface Query {
  readonly selectors: readonly Selector[];
  /** By which it groups and joins. */
  readonly groupedBy: readonly string[];
}

/** Reads a query. Throws for one that isn't PromQL. */
export function readQuery(text: string): Query {
  const selectors: (Selector & { matchers: Selector['matchers'][number][] })[] = [];
  const groupedBy: string[] = [];
  let isInGroup = false;
  const tree = parser.configure({ strict: true }).parse(text);
  tree.iterate({
    enter({ name, from, to, node }) {
      const said = text.slice(from, to);
      if (name === 'VectorSelector') {
        const identifier = node.getChild('Identifier');
        selectors.push({ metric: identifier ? text.slice(identifier.from, identifier.to) : '', matchers: [] });
      }
      if (name === 'GroupingLabels') isInGroup = true;
      if (name === 'LabelName' && isInGroup) groupedBy.push(said);
      if (name === 'UnquotedLabelMatcher') {
        const part = (child: string) => {
          const { from: start, to: end } = node.getChild(child) ?? { from: 0, to: 0 };
          return text.slice(start, end);
        };
        const matcher = {
          label: part('LabelName'),
          operator: part('MatchOp'),
          value: part('StringLiteral').slice(1, -1),
        };
        selectors.at(-1)?.matchers.push(matcher);
      }
    },
    leave({ name }) {
      if (name === 'GroupingLabels') isInGroup = false;
    },
  });
  return { selectors, groupedBy };
}
