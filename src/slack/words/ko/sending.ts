import { translate } from '../catalogue.ts';
import { sending as original } from '../en/sending.ts';

export const sending = translate(original, {
  moreLinesLeftOut: '{lines, plural, other {… 외 #줄은 Slack 제한으로 표시하지 못했습니다.}}',
  moreLinesInBlocks: '{lines, plural, other {… 외 #줄은 메시지에서 볼 수 있습니다.}}',
  rejected:
    'Slack에서 이 결과를 표시하지 못했습니다. followstats 운영 담당자에게 이 참조 번호를 알려 주세요: {reference}',
  csv: {
    title: '{accounts, plural, other {계정 #개의 팔로우 수치}}',
    sent: 'CSV를 followstats와의 다이렉트 메시지로 보냈습니다.',
    notTaken: 'Slack에서 파일을 거부해 CSV를 보내지 못했습니다. 잠시 후 다시 시도하세요.',
    notTakenFor: 'Slack에서 파일을 거부해 CSV를 보내지 못했습니다({code}).',
    notAllowed: '아직 followstats에 파일을 보낼 권한이 없습니다. {admins} 님에게 알려 주세요.',
    notAllowedOperators: '아직 followstats에 파일을 보낼 권한이 없습니다. followstats 운영 담당자에게 알려 주세요.',
    missingScopes:
      'followstats에 파일을 보낼 권한이 없습니다. Slack 앱에 files:write, im:write 권한 범위를 추가하세요.',
  },
});
