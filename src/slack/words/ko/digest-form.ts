import { translate } from '../catalogue.ts';
import { digestForm as original } from '../en/digest-form.ts';

export const digestForm = translate(original, {
  newTitle: '새 정기 리포트',
  editTitle: '정기 리포트 {id} 수정',
  save: '저장',
  cancel: '취소',
  preview: { text: '미리보기', label: '미리보기: 앞부분을 여기에 표시하고 전체를 나에게 보내기' },
  previewHint: '게시물의 앞부분을 여기에 표시하고, 전체 내용은 다이렉트 메시지로 보내 드립니다.',
  madeBy: '{owner} 님이 만든 정기 리포트입니다. 문제가 생기면 {owner} 님에게 알려 드립니다.',
  nextRuns: '<b>다음 게시 일정({zone})</b>',
  noNextRuns: '일정을 올바르게 입력하면 다음 게시 일정이 여기에 표시됩니다.',
  whose: '<b>누구의 팔로워를 볼까요?</b> 목록, 계정, 사용자 중 하나 이상을 선택하세요.',
  wordsTitle: '정기 리포트',
  opening: '양식을 여는 중…',
  notOpened: 'Slack에서 양식을 열지 못했습니다. 잠시 후 다시 시도하세요.',
  notShown: 'Slack에서 양식을 표시하지 못했습니다. 잠시 후 다시 시도하세요.',
  otherVersion:
    '다른 버전의 followstats에서 연 양식이라 저장하지 않았습니다. 입력한 내용은 그대로 있으니 복사해 두고, 이 양식을 닫은 뒤 새 양식을 여세요.',
  saving: {
    late: '저장하는 데 너무 오래 걸렸습니다. 저장을 다시 누르세요. 두 번 저장되지 않습니다.',
    notSaved: '저장하지 못했습니다.',
    again: '잠시 후 저장을 다시 누르세요.',
  },
  fields: {
    title: { label: '제목' },
    channel: {
      label: '게시할 곳',
      hint: '채널에 followstats가 없으면 저장할 때 초대하는 방법을 알려 드립니다.',
    },
    lists: {
      label: '목록',
      placeholder: '목록 선택',
      hint: '게시할 때마다 목록을 새로 불러옵니다. 아직 목록이 없으면 계정이나 사용자를 지정하세요.',
    },
    accounts: {
      label: '그 밖의 계정',
      hint: 'UserID를 공백으로 구분해 입력하세요. 공백이 포함된 UserID는 따옴표로 묶으세요.',
    },
    people: { label: '사용자(연결된 계정)', hint: '저장할 때 연결된 계정을 확인합니다.' },
    timing: {
      label: '게시 주기',
      names: {
        weekdays: '평일',
        'every-day': '매일',
        days: '요일 선택',
        cron: '직접 입력(cron)',
      },
    },
    days: {
      label: '요일',
      names: {
        1: '월요일',
        2: '화요일',
        3: '수요일',
        4: '목요일',
        5: '금요일',
        6: '토요일',
        7: '일요일',
      },
    },
    time: { label: '시각' },
    cron: {
      label: 'cron 표현식',
      hint: '분, 시, 일, 월, 요일 순서입니다. 예를 들어 0 9 * * 1-5는 평일 09:00입니다.',
    },
    zone: { label: '시간대', placeholder: '도시 또는 국가 입력' },
    absolute: {
      label: '강조할 팔로워 변동 폭(명 이상)',
      hint: '계정별로 마지막 강조 이후의 변동을 기준으로 합니다.',
    },
    percent: { label: '강조할 팔로워 변동 폭(% 이상)' },
    options: {
      label: '추가 설정',
      chart: '차트 표시',
      onlyIfChanged: '변동이 있을 때만 게시',
      onlyIfChangedHint: '일주일 동안 변동이 없으면 그 사실만 한 줄로 알립니다.',
    },
    language: { label: '게시 언어' },
  },
  faults: {
    titleMissing: '제목을 입력하세요.',
    titleTooLong: '제목은 {most}자까지 입력할 수 있습니다. 지금은 {length}자입니다.',
    digestGone:
      '그사이 다른 사용자가 이 정기 리포트를 삭제해 저장하지 못했습니다. 입력한 내용은 그대로 있으니 필요한 내용을 새 정기 리포트에 옮기세요.',
    channelMissing: '게시할 곳을 선택하세요.',
    notYours:
      '이 정기 리포트가 게시되는 대화에 참여하고 있지 않습니다. 만든 사람과 그 대화의 참여자만 수정할 수 있습니다.',
    nobodyNamed: '여기서 목록을 선택하거나 아래에서 계정 또는 사용자를 지정하세요.',
    noLinks: '선택한 사용자 중에 계정이 연결된 사람이 없습니다. 다른 사용자를 선택하거나 위에 계정을 입력하세요.',
    tooManyLists: '목록은 {most}개까지 선택할 수 있습니다.',
    tooManyNamed: '입력한 계정이 {most, number}자를 넘습니다. 계정을 목록에 추가한 뒤 그 목록을 선택하세요.',
    tooManyPeople: '사용자는 {most}명까지 선택할 수 있습니다.',
    notANumber: '팔로워 수로 쓸 수 없는 값입니다: {text}. 1 이상 {most, number} 이하의 정수를 입력하세요.',
    notAPercentage: '비율로 쓸 수 없는 값입니다: {text}. 0보다 크고 {most, number} 이하인 숫자를 입력하세요.',
    noSuchList: '{name} 목록이 없습니다.',
    lists: '현재 목록: {lists}.',
    someLists: '현재 목록 중 일부: {lists}.',
    noLists: '아직 목록이 없습니다. 계정이나 사용자를 지정하세요.',
    unclosedQuote: '따옴표를 닫으세요: {word}',
    textAfterQuote: '닫는 따옴표 뒤에 공백을 넣으세요: {word}',
    tooLong: 'UserID는 최대 {most}자인데 {count}자를 입력했습니다: {word}',
    notAnAccount: 'UserID가 아닙니다: {word}',
    emptyQuotes: '따옴표 안이 비어 있습니다.',
    tooManyAccounts:
      '여기에는 계정을 {most}개까지 넣을 수 있는데 {count}개입니다. 계정을 목록에 추가한 뒤 그 목록을 선택하세요.',
    tooManyGroups: '여기에는 사용자 그룹을 {most}개까지 넣을 수 있는데 {count}개입니다.',
  },
});
