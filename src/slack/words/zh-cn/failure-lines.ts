import { translate } from '../catalogue.ts';
import { failureLines as en } from '../en/failure-lines.ts';

export const failureLines = translate(en, {
  line: '⚠ {accounts}：{what}',
  besides: '{account}：{more}',
  ofSeveral: {
    missing_account: 'Chat 中没有这些账号。',
    rejected_account: 'Chat 不接受这些账号。',
    incomplete_answer: 'Chat 未返回这些账号的数据。',
  },
  rest: '另有 {accounts, number} 个账号未能读取。',
  moreAccounts: '另外 {accounts, number} 个账号',
});
