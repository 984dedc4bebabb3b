import { translate } from '../catalogue.ts';
import { accountCard as original } from '../en/account-card.ts';

export const accountCard = translate(original, {
  title: 'アカウントの詳細',
  more: '{since}からフォロワーが{by, number}人増えました。',
  fewer: '{since}からフォロワーが{by, number}人減りました。',
  same: '{since}からフォロワーの増減はありません。',
  noBaseline: '比較できる過去の記録がまだありません。',
  readAt: '{at}に取得しました。',
  notOpened: 'アカウントを開けませんでした（{code}）。もう一度選んでください。',
});
