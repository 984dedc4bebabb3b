import { translate } from '../catalogue.ts';
import { accountCard as en } from '../en/account-card.ts';

export const accountCard = translate(en, {
  title: '账号详情',
  more: '较{since}增加 {by, number} 位粉丝。',
  fewer: '较{since}减少 {by, number} 位粉丝。',
  same: '粉丝数较{since}无变化。',
  noBaseline: '还没有更早的数据可供比较。',
  readAt: '截至 {at}。',
  notOpened: 'Slack 未能打开账号详情（{code}），请重新选择。',
});
