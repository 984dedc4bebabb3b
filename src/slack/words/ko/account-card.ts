import { translate } from '../catalogue.ts';
import { accountCard as original } from '../en/account-card.ts';

export const accountCard = translate(original, {
  title: '계정 정보',
  more: '{since} 대비 팔로워가 {by, plural, other {#명}} 늘었습니다.',
  fewer: '{since} 대비 팔로워가 {by, plural, other {#명}} 줄었습니다.',
  same: '{since} 대비 팔로워 변동이 없습니다.',
  noBaseline: '아직 비교할 이전 기록이 없습니다.',
  readAt: '{at}에 조회했습니다.',
  notOpened: 'Slack에서 계정을 열지 못했습니다({code}). 다시 선택하세요.',
});
