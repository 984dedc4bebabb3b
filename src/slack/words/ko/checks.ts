import { translate } from '../catalogue.ts';
import { checks as original } from '../en/checks.ts';

export const checks = translate(original, {
  row: {
    mutual: '{account} 계정과 {other} 계정은 서로 팔로우합니다.',
    follows: '{account} 계정은 {other} 계정을 팔로우하지만, 상대는 팔로우하지 않습니다.',
    isFollowed: '{other} 계정은 {account} 계정을 팔로우하지만, 상대는 팔로우하지 않습니다.',
    none: '{account} 계정과 {other} 계정은 어느 쪽도 팔로우하지 않습니다.',
  },
  summary:
    '{account} 계정은 계정 {all, plural, other {#개}} 중 {follows, number}개를 팔로우하고, 그중 {followers, number}개가 이 계정을 팔로우하며, {mutual, number}개와 서로 팔로우합니다.',
  itself: '{account} 계정은 자신을 팔로우할 수 없으므로 제외했습니다.',
  itselfAlone: '{account} 계정은 자신을 팔로우할 수 없습니다. 다른 계정을 지정하세요. 예: {example}',
  columns: { other: '계정', relation: '팔로우 관계', follows: '이 계정을 팔로우', followers: '이 계정이 팔로우' },
  cells: {
    mutual: '서로 팔로우',
    follows: '{account} 계정만 팔로우',
    isFollowed: '{account} 계정을 팔로우(일방)',
    none: '서로 팔로우하지 않음',
  },
  caption: '{account} 계정과 다른 계정 {all, plural, other {#개}}',
  csv: {
    title: '팔로우 관계: {account} 계정과 다른 계정 {all, plural, other {#개}}',
    checked: '확인한 계정',
    other: '다른 계정',
    follows: '확인한 계정이 팔로우',
    followers: '다른 계정이 팔로우',
    yes: '예',
    no: '아니요',
    get: { text: 'CSV', label: 'CSV: 이 결과를 다이렉트 메시지로 받기' },
  },
  short: {
    title: '계정별 팔로우 관계:',
    mutual: '{other}: 서로 팔로우',
    follows: '{other}: 팔로우받음',
    isFollowed: '{other}: 팔로우함',
    none: '{other}: 없음',
  },
  shared: '{person} 님이 공유 · {at} 기준',
  refresh: { text: '새로고침', label: '새로고침: 이 계정들을 다시 확인' },
  share: { text: '공유', label: '공유: 이 채널의 모두에게 표시' },
  missingAccount: '어느 계정을 누구와 확인할까요? 계정 하나와 다른 계정들을 지정하세요. 예: {example}',
  missingOthers: '누구와 확인할까요? 계정 뒤에 다른 계정들을 지정하세요. 예: {example}',
});
