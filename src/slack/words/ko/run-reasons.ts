import { translate } from '../catalogue.ts';
import { runReasons as original } from '../en/run-reasons.ts';

const lockedOut = 'Slack에서 followstats의 접속을 거부했습니다.';
const giveToken = '워크스페이스에 앱을 다시 설치하고 followstats에 새 토큰을 설정하세요.';

export const runReasons = translate(original, {
  unrecognized: '이 버전의 followstats가 모르는 사유입니다({word}).',
  unrecognizedState: '이 버전의 followstats가 모르는 상태입니다({word}).',
  rejected: 'Slack에서 게시를 거부했습니다.',
  runs: {
    'rate-limited': 'Slack에서 요청 속도를 제한했습니다.',
    'slack-unreachable': 'Slack에 연결하지 못했습니다.',
    'post-again': '만든 사람이 다시 게시를 요청했습니다.',
    'sign-of-life': '일주일 동안 변동이 없어 그 사실만 한 줄로 알렸습니다.',
    found: 'Slack의 응답은 받지 못했지만 게시물을 찾았습니다.',
    arrived: 'Slack의 응답은 받지 못했지만 만든 사람이 게시물을 확인했습니다.',
    unchanged: '변동이 없었습니다.',
    'digest-stopped': '정기 리포트가 일시 중지되었거나 삭제되었습니다.',
    'slack-refused': 'Slack에서 게시를 거부했습니다.',
    broken: 'followstats에 오류가 발생했습니다.',
    'no-answer': 'Slack에서 응답이 오지 않았습니다.',
    'holder-died': '게시하는 도중에 followstats가 중단되었습니다.',
    down: 'followstats가 실행되고 있지 않았습니다.',
  },
  lookups: {
    needs_admin: 'Chat에서 followstats의 접속을 거부했습니다.',
    throttled: '요청이 너무 많아 Chat에서 제한했습니다.',
    upstream_unreachable: 'Chat에 연결하지 못했습니다.',
    upstream_status: 'Chat에 연결하지 못했습니다.',
    upstream_resting: 'Chat에서 계속 응답이 없었습니다.',
    store_unavailable: 'followstats가 저장된 데이터를 불러오지 못했습니다.',
  },
  fixes: {
    runAgain: '잠시 후 다시 게시하세요.',
    rejectedCode: '이 코드의 뜻은 Slack 문서에서 확인하세요.',
    readLog: '자세한 내용은 followstats 로그를 확인하세요.',
  },
  pauses: {
    unrecognized: '이 버전의 followstats가 모르는 사유로 일시 중지되었습니다({word}).',
    unknownCode: '이 버전의 followstats가 모르는 사유로 일시 중지되었습니다.',
    update: '자세한 내용을 보려면 followstats를 업데이트하세요.',
    rejectedThrice: '최근 게시 3건을 Slack에서 연달아 거부했습니다.',
    own: {
      'by-person': { what: '사용자가 일시 중지했습니다.', fix: '언제든지 다시 시작할 수 있습니다.' },
      'no-accounts': {
        what: '조회할 계정이 없습니다. 직접 지정한 계정이 없고, 목록은 비어 있거나 삭제되었습니다.',
        fix: '정기 리포트나 목록에 계정을 추가하세요.',
      },
      unreadable: { what: '저장된 내용을 이 버전의 followstats에서 읽을 수 없습니다.' },
    },
    what: {
      'not-a-member': '{place}에 followstats가 없습니다.',
      'no-channel':
        'followstats가 {place}에 접근할 수 없습니다. 채널이 없어졌거나, followstats가 초대되지 않은 비공개 채널입니다.',
      archived: '보관된 채널이라 {place}에 게시할 수 없습니다.',
      restricted: '{place}에는 앱이 게시할 수 없습니다.',
      workspace: '이 워크스페이스에서는 followstats가 {place}에 게시할 수 없습니다.',
      'messages-off': 'followstats와의 다이렉트 메시지가 꺼져 있습니다.',
      person: '받는 사람이 followstats의 다이렉트 메시지를 받지 않습니다.',
      scope: 'followstats에는 이 워크스페이스에서 게시할 권한이 없습니다.',
      deactivated: lockedOut,
      revoked: lockedOut,
      expired: lockedOut,
      token: lockedOut,
    },
    fix: {
      'not-a-member': '채널에서 /invite 명령으로 followstats를 초대하거나 다른 채널을 선택하세요.',
      'no-channel': '채널에 followstats를 초대하거나 다른 채널을 선택하세요.',
      archived: '채널 보관을 취소하거나 다른 채널을 선택하세요.',
      restricted: '워크스페이스 관리자에게 허용을 요청하거나 다른 채널을 선택하세요.',
      workspace: '워크스페이스 관리자에게 허용을 요청하세요.',
      person: '대신 채널을 선택하세요.',
    },
    admins: {
      'messages-off': 'Slack 앱 설정에서 Messages 탭을 켜세요.',
      scope: 'Slack 앱 매니페스트의 권한 범위를 모두 포함해 워크스페이스에 앱을 다시 설치하세요.',
      deactivated: giveToken,
      revoked: giveToken,
      expired: giveToken,
      token: giveToken,
    },
  },
});
