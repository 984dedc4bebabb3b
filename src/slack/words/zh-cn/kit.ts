import { kit as en } from '../en/kit.ts';
import { translate } from '../catalogue.ts';

export const kit = translate(en, {
  comma: '、',
  betweenSentences: '',
  person: '某位成员',
  group: '某个用户组',
  channel: '某个频道',
  moreLines: '…还有 {lines, number} 行',
  elsewhere: {
    table: '…还有 {accounts, number} 个账号，见表格。',
    csv: '…还有 {accounts, number} 个账号，按“CSV”可获取全部账号。',
    nowhere: '…还有 {accounts, number} 个账号在此显示不下，请分批查询。',
  },
  csv: { text: 'CSV', label: 'CSV：以文件形式将所有行私信发送给您' },
});
