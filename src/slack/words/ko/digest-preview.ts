import { translate } from '../catalogue.ts';
import { digestPreview as original } from '../en/digest-preview.ts';

export const digestPreview = translate(original, {
  making: '미리보기를 만드는 중…',
  begins: '게시물의 앞부분입니다.',
  beginsUnchanged: '지금은 변동이 없어 게시되지 않습니다. 게시된다면 다음과 같이 시작합니다.',
  beginsSignOfLife:
    '일주일 동안 변동이 없어 지금은 그 사실만 한 줄로 게시됩니다. 변동이 있다면 다음과 같이 시작합니다.',
  sent: '전체 내용은 followstats와의 다이렉트 메시지로 보냈습니다.',
  noAccounts: '목록이 비어 있어 표시할 내용이 없습니다. 목록에 계정을 추가하거나 여기에 계정을 지정하세요.',
  notMade: '이번에는 미리보기를 만들지 못했습니다.',
  notTaken: 'Slack에서 거부해 전체 내용은 보내지 못했습니다. 잠시 후 다시 시도하세요.',
  notAllowed: 'Slack에서 허용하지 않아 전체 내용은 보내지 못했습니다.',
  faultyFields: '{fields, plural, other {확인할 항목이 #개 있습니다.}}',
  line: '<b>미리보기</b>: 나에게만 표시됩니다. 지금 게시하면 {place}에 이렇게 표시됩니다.',
  lineUnchanged:
    '<b>미리보기</b>: 나에게만 표시됩니다. 지금은 변동이 없어 {place}에 게시되지 않지만, 게시된다면 이렇게 표시됩니다.',
  lineSignOfLife:
    '<b>미리보기</b>: 나에게만 표시됩니다. 일주일 동안 변동이 없어 지금은 {place}에 그 사실만 한 줄로 게시됩니다. 변동이 있다면 이렇게 표시됩니다.',
});
