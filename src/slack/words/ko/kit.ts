import { translate } from '../catalogue.ts';
import { kit as original } from '../en/kit.ts';

export const kit = translate(original, {
  betweenSentences: ' ',
  person: '사용자',
  group: '사용자 그룹',
  channel: '채널',
  named: '{account} ({name})',
  moreLines: '… 외 {lines, plural, other {#}}줄',
  elsewhere: {
    table: '{accounts, plural, other {… 외 계정 #개는 표에 있습니다.}}',
    csv: '{accounts, plural, other {… 외 계정 #개가 더 있습니다. 모두 받으려면 CSV를 누르세요.}}',
    nowhere: '{accounts, plural, other {… 외 계정 #개는 여기에 표시할 공간이 없습니다. 나누어 조회하세요.}}',
  },
  csv: { text: 'CSV', label: 'CSV: 모든 행을 파일로 만들어 다이렉트 메시지로 받기' },
});
