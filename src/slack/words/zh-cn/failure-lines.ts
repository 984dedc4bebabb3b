import { translate } from '../catalogue.ts';
import { failureLines as en } from '../en/failure-lines.ts';

export const failureLines = translate(en, {
  line: '⚠ {accounts}：{what}',
  besides: '{account}：{more}',
  rest: '另有 {accounts, number} 个账号未能读取。',
  moreAccounts: '另外 {accounts, number} 个账号',
});
