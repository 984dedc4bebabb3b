import { translate } from '../catalogue.ts';
import { watchForm as original } from '../en/watch-form.ts';

export const watchForm = translate(original, {
  newTitle: '새 모니터링',
  editTitle: '모니터링 {id} 수정',
  wordsTitle: '모니터링',
  madeBy: '{owner} 님이 만든 모니터링입니다. 문제가 생기면 {owner} 님에게 알려 드립니다.',
  whose: '<b>누구를 모니터링할까요?</b> 목록, 계정, 사용자 중 하나 이상을 선택하세요.',
  savedMet: {
    reaches: '저장했습니다. {accounts}: 이미 도달했으므로 지금은 알리지 않고, 다시 도달하면 알립니다.',
    'falls-below': '저장했습니다. {accounts}: 이미 미만이므로 지금은 알리지 않고, 다시 미만이 되면 알립니다.',
    disappears: '저장했습니다. {accounts}: 이미 Chat에 없으므로 지금은 알리지 않고, 다시 사라지면 알립니다.',
  },
  fields: {
    kind: {
      label: '알림 조건',
      names: {
        reaches: '팔로워 수에 도달',
        'falls-below': '팔로워 수 미만으로 감소',
        gains: '팔로워 증가',
        loses: '팔로워 감소',
        disappears: 'Chat에서 사라짐',
      },
    },
    followers: { label: '팔로워 수' },
    absolute: { label: '변동 폭(명 이상)', hint: '이 값과 % 중 하나만 입력하세요.' },
    percent: { label: '또는 변동 폭(% 이상)' },
    span: { label: '기간', names: { hour: '1시간', day: '하루', week: '일주일' } },
    channel: { label: '알림을 받을 곳', hint: '채널에 followstats가 없으면 저장할 때 초대하는 방법을 알려 드립니다.' },
    listsHint: '확인할 때마다 목록을 새로 불러옵니다. 아직 목록이 없으면 계정이나 사용자를 지정하세요.',
  },
  faults: {
    gone: '그사이 다른 사람이 이 모니터링을 삭제해 저장하지 않았습니다. 입력한 내용은 그대로 있으니 필요한 내용을 새 모니터링에 복사하세요.',
    full: '모니터링이 이미 {most}개 있어 더 만들 수 없습니다. 먼저 하나를 삭제하세요.',
    notYours:
      '이 모니터링의 알림이 게시되는 대화에 참여하고 있지 않습니다. 만든 사람과 대화 참여자만 변경할 수 있습니다.',
    amountMissing: '여기에 인원을 입력하거나 아래에 %를 입력하세요.',
    twoAmounts: '인원과 % 중 하나만 입력하고 다른 칸은 비우세요.',
    tooManyWatched:
      '목록의 계정까지 {count, number}개입니다. 모니터링 하나는 계정을 {most, number}개까지 확인하므로 여러 개로 나누세요.',
  },
});
