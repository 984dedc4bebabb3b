import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Where what operators take over lies. */
export const DEPLOY = join(import.meta.dirname, '../../manifest/deploy');
const read = (name: string): string => readFileSync(join(DEPLOY, name), 'utf8');

/** One alert of `alerts.yml`. */
interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook_url: string };
}

export const rules: readonly Rule[] = parse(read('alerts.yml')).groups.flatMap(
  (group: { readonly rules: readonly Rule[] }) => group.rules,
);

interface RuleTest {
  readonly alert_rule_test: readonly { readonly alertname: string; readonly exp_alerts: readonly unknown[] }[];
}

export const ruleTests: readonly RuleTest[] = parse(read('alerts.test.yml')).tests;
export const runbook = read('runbook.md');
export const metricsPage = read('metrics.md');

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}

export const dashboard: {
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly definition?: string }[] };
} = JSON.parse(read('grafana-dashboard.json'));

/** The queries of the dashboard, with a value for each of Grafana's variables. */
export const dashboardQueries: readonly (readonly [panel: string, expr: string])[] = dashboard.panels.flatMap(
  ({ title, targets = [] }) =>
    targets.map(({ expr }) => {
      const filled = expr
        .replaceAll('$instance', '.*')
        .replaceAll('$__rate_interval', '5m')
        .replaceAll('$__range', '6h');
      return [title, filled] as const;
    }),
);
