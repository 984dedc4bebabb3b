import { translate } from '../catalogue.ts';
import { kit as original } from '../en/kit.ts';

export const kit = translate(original, {
  betweenSentences: '',
  person: 'メンバー',
  group: 'ユーザーグループ',
  channel: 'チャンネル',
  named: '{account}（{name}）',
  moreLines: '…ほか{lines, number}行',
  elsewhere: {
    table: '…ほか{accounts, number}件は、表で確認できます。',
    csv: '…ほか{accounts, number}件は、「CSV」を押すとまとめて確認できます。',
    nowhere: '…ほか{accounts, number}件は、ここに表示しきれません。件数を減らして調べてください。',
  },
  csv: { text: 'CSV', label: 'CSV：すべての行をファイルにして DM で受け取る' },
});
