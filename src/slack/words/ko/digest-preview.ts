import { translate } from '../catalogue.ts';
import { digestPreview as original } from '../en/digest-preview.ts';

export const digestPreview = translate(original, {
  making: '미리보기를 만드는 중…',
  sent: '이렇게 시작합니다. 전체 게시물은 followstats와의 메시지에서 볼 수 있습니다.',
  noAccounts: '목록이 비어 있어 표시할 내용이 없습니다. 목록에 계정을 추가하거나 여기에 계정을 지정하세요.',
  notMade: '이번에는 미리보기를 만들지 못했습니다.',
  notTaken: '이렇게 시작합니다. 전체 게시물은 Slack에서 받지 않아 보내지 못했습니다. 잠시 후 다시 시도하세요. {code}',
  notAllowed:
    '이렇게 시작합니다. 전체 게시물은 Slack에서 허용하지 않아 보내지 못했습니다. 관리자에게 문의하세요. {code}',
  notAllowedForAdmins:
    '이렇게 시작합니다. Slack에서 앱이 메시지를 보내는 것을 허용하지 않아 전체 게시물을 보내지 못했습니다. {code}',
  moreFaults: '{more, plural, other {그 밖에 #개 항목도 확인하세요.}}',
  line: '<b>미리보기</b>이며 나에게만 표시됩니다. 지금 {place}에 게시된다면 다음과 같습니다.',
  lineUnchanged:
    '<b>미리보기</b>이며 나에게만 표시됩니다. 변동이 없어 지금은 {place}에 게시되지 않습니다. 변동이 있다면 다음과 같이 게시됩니다.',
});
