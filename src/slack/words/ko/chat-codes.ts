import { translate } from '../catalogue.ts';
import { chatCodes as original } from '../en/chat-codes.ts';

const SUPPORT = '계속되면 Tencent Cloud 고객 지원에 문의하세요.';
const SLOWER =
  '자주 발생하면 TENCENT_MAX_CALLS_PER_SECOND 값을 낮추세요. 다른 프로그램도 같은 SDKAppID를 쓰고 있습니다.';
const IMPORT = '철자가 맞다면 이 계정을 Chat으로 가져오세요.';
const ADMIN_ID = 'TENCENT_ADMIN 값을 이 Chat 앱의 앱 관리자로 설정하세요.';
const KEY = 'TENCENT_SECRET_KEY 값이 TENCENT_SDK_APP_ID의 키인지 확인하세요.';
const KEY_OR_ADMIN =
  'TENCENT_SECRET_KEY 값이 TENCENT_SDK_APP_ID의 키인지, TENCENT_ADMIN 값이 그 앱의 앱 관리자인지 확인하세요.';
const REGION = 'TENCENT_REGION 값이 TENCENT_SDK_APP_ID의 리전인지 확인하세요.';
const BUG = 'followstats 버그입니다. 이 코드와 함께 제보해 주세요.';
const PLAN = 'Tencent Cloud 콘솔에서 Chat 앱의 요금제와 잔액을 확인하세요.';
const CLOCK = 'followstats가 실행되는 서버의 시계를 확인하세요.';
const LIMIT = 'Chat에서 정한 한도입니다.';
const WANTS_ADMIN = '앱 관리자 권한이 필요합니다.';
const INVALID = '서명이 올바르지 않습니다.';
const DISABLED_FEATURE = '필요한 기능이 꺼져 있습니다.';

export const chatCodes = translate(original, {
  people: {
    30005: '이 Chat 앱은 팔로우 기능이 꺼져 있습니다.',
    32100: '이 계정은 팔로우할 수 있는 최대 수에 도달했습니다.',
    32101: '이 계정은 최대 팔로워 수에 도달했습니다.',
    32103: '이 계정은 최대 맞팔로우 수에 도달했습니다.',
    60020: 'Chat 요금제가 만료되었습니다.',
    60028: 'Chat 체험판의 오늘 호출 한도를 모두 사용했습니다.',
    70399: 'Chat에서 삭제된 계정입니다.',
    72000: 'Chat 체험판의 오늘 사용자 수 한도에 도달했습니다.',
    72002: 'Chat 체험판의 이번 달 사용자 수 한도에 도달했습니다.',
  },
  admins: {
    30001: 'UserID가 Chat에 등록된 것과 같은지 확인하세요.',
    30002: 'TENCENT_SDK_APP_ID와 TENCENT_FROM_ACCOUNT 값을 확인하세요.',
    30003: IMPORT,
    30004: `${WANTS_ADMIN} ${ADMIN_ID}`,
    30005:
      'Chat 콘솔의 Configuration → Friends and Relationship Chains → Follow/Fan settings에서 켜세요(Pro, Pro-plus, Enterprise 요금제).',
    30006: SUPPORT,
    30007: SUPPORT,
    32100: LIMIT,
    32101: LIMIT,
    32102: '조회에 쓰는 계정이 최대 맞팔로우 수에 도달했습니다. TENCENT_FROM_ACCOUNT 값을 다른 계정으로 설정하세요.',
    32103: LIMIT,
    40001: BUG,
    40002: BUG,
    40003: IMPORT,
    40004: `${WANTS_ADMIN} ${ADMIN_ID}`,
    40006: SUPPORT,
    40007: `조회에 쓰는 계정에 이 정보를 읽을 권한이 없습니다. ${ADMIN_ID}`,
    40009: BUG,
    60002: BUG,
    60003: BUG,
    60004: '계속되면 TENCENT_ADMIN과 TENCENT_SECRET_KEY 값을 확인하세요.',
    60005: '계속되면 TENCENT_ADMIN과 TENCENT_SECRET_KEY 값을 확인하세요.',
    60006: 'SDKAppID가 올바르지 않습니다. TENCENT_SDK_APP_ID 값을 확인하세요.',
    60007: SLOWER,
    60008: SUPPORT,
    60009: 'TENCENT_BASE_URL 값을 확인하세요. 설정하지 않았다면 followstats 버그입니다.',
    60010: `identifier가 앱 관리자가 아닙니다. ${ADMIN_ID}`,
    60011: SLOWER,
    60012: BUG,
    60013: SUPPORT,
    60014: SUPPORT,
    60015: BUG,
    60016: '이 SDKAppID는 사용이 중지되었습니다. 이유를 Tencent Cloud 고객 지원에 문의하세요.',
    60017: '이 앱의 요청이 차단되었습니다. 이유를 Tencent Cloud 고객 지원에 문의하세요.',
    60018: SLOWER,
    60019: SLOWER,
    60020: PLAN,
    60021: 'Chat 콘솔의 IP 허용 목록에 이 서버의 주소를 추가하세요.',
    60025: 'TENCENT_SDK_APP_ID, TENCENT_ADMIN, TENCENT_SECRET_KEY 값을 확인하세요.',
    60026: `SDKAppID가 다른 리전에 속해 있습니다. ${REGION}`,
    60027: 'Chat이 아닌 다른 제품의 SDKAppID입니다. TENCENT_SDK_APP_ID 값을 확인하세요.',
    60028: PLAN,
    70001: `새로 만든 서명도 만료된 것으로 처리됩니다. ${CLOCK}`,
    70002: `서명이 비어 있습니다. ${KEY}`,
    70003: `${INVALID} ${KEY}`,
    70004: `${INVALID} ${KEY_OR_ADMIN}`,
    70005: `${INVALID} ${KEY}`,
    70006: `${INVALID} ${KEY_OR_ADMIN}`,
    70007: `${INVALID} ${KEY_OR_ADMIN}`,
    70008: `${INVALID} ${KEY_OR_ADMIN}`,
    70009: `서명이 일치하지 않습니다. ${KEY}`,
    70013: `다른 identifier의 서명입니다. ${ADMIN_ID}`,
    70014: `다른 SDKAppID의 서명입니다. ${KEY}`,
    70016: `Chat에 이 SDKAppID의 키가 없습니다. ${REGION}`,
    70020: 'Chat에 없는 SDKAppID입니다. TENCENT_SDK_APP_ID와 TENCENT_REGION 값을 확인하세요.',
    70050: `서명이 여러 번 틀려 1분 동안 차단되었습니다. ${KEY} 그런 다음 1분 후 다시 시도하세요.`,
    70051: '관리자 계정이 차단되었습니다. 이유를 Tencent Cloud 고객 지원에 문의하세요.',
    70052: `새로 만든 서명도 무효로 처리됩니다. TENCENT_ADMIN 값을 확인하세요. ${CLOCK}`,
    70107: IMPORT,
    70114: SLOWER,
    70169: SUPPORT,
    70202: SUPPORT,
    70206: BUG,
    70398: `앱의 계정 수가 요금제 한도에 도달했습니다. ${PLAN}`,
    70399: '3개월 동안 복원할 수 없습니다.',
    70402: BUG,
    70403: `${WANTS_ADMIN} ${ADMIN_ID}`,
    70404: BUG,
    70500: SUPPORT,
    71000: '이 앱의 계정은 삭제할 수 없습니다.',
    72000: PLAN,
    72001: `${DISABLED_FEATURE} ${PLAN}`,
    72002: PLAN,
    72010: SLOWER,
    72011: `${DISABLED_FEATURE} ${PLAN}`,
    72012: `${DISABLED_FEATURE} ${PLAN}`,
    80005: `이 앱의 Chat 서비스가 비활성화되었습니다. ${PLAN}`,
  },
  unknownFromAccount:
    '조회에 쓰는 계정이 Chat에 없습니다. TENCENT_FROM_ACCOUNT 값을 Chat에 있는 계정으로 설정하거나 지금 계정을 Chat으로 가져오세요.',
  undocumented: '문서에 없는 코드입니다. 뜻을 Tencent Cloud 고객 지원에 문의하세요.',
  info: 'Chat의 메시지: “{info}”.',
});
