import { translate } from '../catalogue.ts';
import { failures as original } from '../en/failures.ts';

export const failures = translate(original, {
  byCode: {
    missing_account: 'Chat에 없는 계정입니다.',
    rejected_account: 'Chat에서 허용하지 않는 계정입니다.',
    needs_admin: 'Chat에서 followstats의 접속을 거부했습니다.',
    upstream_refused: 'Chat에서 이 요청을 거부했습니다.',
    throttled: '요청이 너무 많아 Chat에서 잠시 제한하고 있습니다.',
    upstream_failed: 'Chat 내부에서 오류가 발생했습니다.',
    upstream_timeout: 'Chat에서 제때 응답하지 않았습니다.',
    upstream_unreachable: '지금은 Chat에 연결할 수 없습니다.',
    upstream_status: '지금은 Chat에 연결할 수 없습니다.',
    upstream_garbled: 'Chat의 응답을 읽을 수 없습니다.',
    upstream_changed: 'Chat의 응답이 followstats가 아직 지원하지 않는 형식입니다.',
    incomplete_answer: 'Chat의 응답에 수치가 없는 계정입니다.',
    upstream_resting: 'Chat에서 응답이 없어 잠시 요청을 멈추었습니다.',
    busy: '사용량이 많습니다. 대기 중인 조회가 너무 많습니다.',
    out_of_time: '시간이 부족해 조회하지 못했습니다.',
    store_unavailable: '지금은 followstats가 저장된 데이터를 불러올 수 없습니다.',
  },
  busyFor: '사용량이 많습니다. 대기 중인 조회에 약 {seconds, number}초가 걸립니다.',
  help: {
    spelling: '철자와 대소문자를 확인하세요.',
    again: '잠시 후 다시 시도하세요.',
    againOrTell: '잠시 후 다시 시도하거나 {admins} 님에게 알려 주세요.',
    againOrTellOperators: '잠시 후 다시 시도하세요. 계속되면 followstats 운영 담당자에게 알려 주세요.',
    tell: '{admins} 님에게 알려 주세요.',
    tellOperators: 'followstats 운영 담당자에게 알려 주세요.',
  },
  admins: {
    upstream_timeout: '계속되면 네트워크를 확인하거나 TENCENT_TIMEOUT_MS 값을 늘리세요.',
    upstream_unreachable: '계속되면 네트워크, 프록시, TENCENT_REGION 값을 확인하세요.',
    upstream_status: '중간에서 다른 서버(대개 프록시)가 대신 응답했습니다. HTTP 상태 코드는 로그에 있습니다.',
    upstream_garbled: '계속되면 내용을 바꾸는 프록시가 있는지 확인하세요.',
    upstream_changed: '달라진 점은 로그에 있습니다. followstats의 새 버전이 있는지 확인하세요.',
    upstream_resting: '앞서 실패한 원인은 로그에 있습니다.',
    store_unavailable: '원인은 로그에 있습니다.',
  },
  nothingRead:
    '<b>{accounts, plural, =0 {아무것도 조회하지 못했습니다.} =1 {이 계정을 조회하지 못했습니다.} other {계정 {accounts, number}개 중 하나도 조회하지 못했습니다.}}</b>',
  tryAgain: { text: '다시 시도', label: '다시 시도: Chat에 한 번 더 조회' },
  unsaved: '변경 사항이 저장되지 않았을 수 있습니다. 다시 시도하기 전에 {command} 명령으로 확인하세요.',
});
