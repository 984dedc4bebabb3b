import { translate } from '../catalogue.ts';
import { failureLines as original } from '../en/failure-lines.ts';

export const failureLines = translate(original, {
  line: '⚠ {accounts}：{what}',
  besides: '{account}：{more}',
  rest: 'ほか{accounts, number}件のアカウントの情報も取得できませんでした。',
  moreAccounts: 'ほか{accounts, number}件',
});
