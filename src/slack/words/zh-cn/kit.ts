import { translate } from '../catalogue.ts';
import { kit as en } from '../en/kit.ts';

export const kit = translate(en, {
  betweenSentences: '',
  person: '某位成员',
  group: '某个用户组',
  channel: '某个频道',
  named: '{account}（{name}）',
  moreLines: '另有 {lines, number} 行未显示',
  elsewhere: {
    table: '另有 {accounts, number} 个账号，见表格。',
    csv: '另有 {accounts, number} 个账号，点击“CSV”可获取全部账号。',
    nowhere: '另有 {accounts, number} 个账号无法在此显示，请分批查询。',
  },
  csv: { text: 'CSV', label: 'CSV：将全部数据以文件形式私信给您' },
});
