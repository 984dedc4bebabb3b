import { expect, test } from 'vitest';
import { CODES } from '../../src/tencent/error-codes.ts';
import { samplePage } from '../ops/metrics/sample-page.ts';
import { readPage } from '../read-page.ts';
import { dashboard, dashboardQueries, metricsPage, rules, ruleTests, runbook } from './files.ts';
import { readQuery } from './read-query.ts';

/** What Prometheus itself adds to every series, and what it says of every page that it reads. */
const ADDED = ['instance'];
const UP = 'up';

const page = await samplePage();
/** Series → label → every value that it may have. */
const possible = new Map<string, Map<string, Set<string>>>();
for (const { name, labels } of readPage(page)) {
  const ofName = possible.get(name) ?? new Map<string, Set<string>>();
  possible.set(name, ofName);
  for (const [label, value] of Object.entries(labels)) ofName.set(label, (ofName.get(label) ?? new Set()).add(value));
}

const queries = [...rules.map(({ alert, expr }) => [alert, expr] as const), ...dashboardQueries];

/** The words that a value of a matcher names; of `code_(1|2)` these are `code_1` and `code_2`. */
function wordsOf(value: string): readonly string[] {
  const [, before = '', inside = value] = /^(\w*)\(([^()]*)\)$/.exec(value) ?? [];
  return inside.split('|').map((word) => before + word);
}

test.each(queries)('%s asks only for what the page has: %s', (_, expr) => {
  const { selectors, groupedBy } = readQuery(expr);
  expect(selectors.length).toBeGreaterThan(0);
  for (const { metric, matchers } of selectors.filter((one) => one.metric !== UP)) {
    const labels = possible.get(metric);
    expect([...possible.keys()], expr).toContain(metric);
    for (const { label, operator, value } of matchers) {
      if (ADDED.includes(label)) continue;
      const values = [...(labels?.get(label) ?? [])];
      expect(values.length, `${metric}{${label}}`).toBeGreaterThan(0);
      for (const word of operator.endsWith('~') ? wordsOf(value) : [value])
        expect(
          values.some((one) => new RegExp(`^(?:${word})$`).test(one)),
          `${label} ${operator} ${word}`,
        ).toBe(true);
    }
  }
  const known = new Set([...ADDED, ...selectors.flatMap(({ metric }) => [...(possible.get(metric)?.keys() ?? [])])]);
  expect(groupedBy.filter((label) => !known.has(label))).toEqual([]);
});

test('a query that isn’t PromQL is seen, and so is a label that no metric has', () => {
  expect(() => readQuery('sum(rate(x[5m])')).toThrow();
  expect(readQuery('sum by (who) (x{a=~"b|c"})')).toEqual({
    selectors: [{ metric: 'x', matchers: [{ label: 'a', operator: '=~', value: 'b|c' }] }],
    groupedBy: ['who'],
  });
});

test('each alert has its place in the runbook, and no place is without alert', () => {
  const places = [...runbook.matchAll(/^## (\w+)$/gm)].map(([, name]) => name as string);
  expect(places).toEqual(rules.map(({ alert }) => alert));
  for (const { alert, annotations, labels } of rules) {
    expect(annotations.runbook_url).toBe(`manifest/deploy/runbook.md#${alert.toLowerCase()}`);
    const [, section = ''] = runbook.split(`\n## ${alert}\n`);
    const [own = ''] = section.split('\n## ');
    expect(own).toContain(`**${annotations.summary}** (${labels.severity}).`);
    for (const part of ['People notice', 'Look at', 'Do']) expect(own).toMatch(new RegExp(`^- ${part}: .{20}`, 'm'));
  }
});

test('the alerts that the runbook names are there, and so is every metric', () => {
  const alerts = [...runbook.matchAll(/\bFollowstats\w+/g)].map(([name]) => name);
  expect(alerts.filter((name) => !rules.some(({ alert }) => alert === name))).toEqual([]);
  const metrics = [...runbook.matchAll(/`((?:followstats|process|nodejs)_\w+)`/g)].map(([, name]) => name as string);
  const known = [...possible.keys()].map((name) => name.replace(/_(bucket|sum|count)$/, ''));
  expect(metrics.filter((name) => !known.includes(name))).toEqual([]);
});

test('each alert is tested to fire and to stay quiet', () => {
  const tested = ruleTests.flatMap(({ alert_rule_test: parts }) =>
    parts.map(({ alertname, exp_alerts: expected }) => `${alertname} ${expected.length > 0 ? 'fires' : 'is quiet'}`),
  );
  expect([...new Set(tested)]).toEqual(rules.flatMap(({ alert }) => [`${alert} fires`, `${alert} is quiet`]));
});

test.each([
  ['FollowstatsChatConfiguration', 'admin'],
  ['FollowstatsChatThrottles', 'throttle'],
])('%s fires for every code of Chat’s of the class %s', (name, kind) => {
  const rule = rules.find(({ alert }) => alert === name);
  const [matcher] = readQuery(rule?.expr ?? '').selectors[0]?.matchers ?? [];
  const codes = Object.entries(CODES).flatMap(([code, is]) => (is === kind ? [`code_${code}`] : []));
  expect(wordsOf(matcher?.value ?? '')).toEqual(codes);
});

test('the dashboard shows every metric of the app, each panel in a place of its own', () => {
  const shown = new Set(
    dashboardQueries.flatMap(([, expr]) =>
      readQuery(expr).selectors.map(({ metric }) => metric.replace(/_(bucket|sum|count)$/, '')),
    ),
  );
  const own = [...possible.keys()]
    .filter((name) => name.startsWith('followstats_'))
    .map((name) => name.replace(/_(bucket|sum|count)$/, ''));
  expect(own.filter((name) => !shown.has(name))).toEqual([]);
  const { panels } = dashboard;
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(cells.every((cell) => Number(cell.split(',')[0]) < 24)).toBe(true);
});

test('the legends of the dashboard name labels by which their queries group', () => {
  for (const { targets = [] } of dashboard.panels)
    for (const { expr, legendFormat } of targets) {
      const named = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label as string);
      const { groupedBy } = readQuery(expr.replaceAll(/\$__\w+/g, '5m'));
      expect(
        named.filter((label) => !groupedBy.includes(label)),
        expr,
      ).toEqual([]);
    }
});

test('metrics.md has every metric of the app, with its kind, its labels and what it counts', () => {
  const [, ...sections] = page.split('# HELP ');
  const expected = sections.flatMap((section) => {
    const [, name = '', help = ''] = /^(\w+) (.+)$/m.exec(section) ?? [];
    if (!name.startsWith('followstats_')) return [];
    const [, kind] = /^# TYPE \w+ (\w+)$/m.exec(section) ?? [];
    const series = [...possible].filter(([one]) => one.replace(/_(bucket|sum|count)$/, '') === name);
    const labels = [...new Set(series.flatMap(([, ofName]) => [...ofName.keys()]))].filter((label) => label !== 'le');
    return [`| \`${name}\` | ${kind} | ${labels.map((label) => `\`${label}\``).join(', ') || '–'} | ${help} |`];
  });
  expect(metricsPage.split('\n').filter((line) => line.startsWith('| `followstats_'))).toEqual(expected);
});
