import { translate } from '../catalogue.ts';
import { watches as original } from '../en/watches.ts';

const followers = '{followers, plural, other {#명}}';
const by = '{by, plural, other {#명}}';

export const watches = translate(original, {
  rules: {
    reaches: `팔로워 ${followers} 도달`,
    'falls-below': `팔로워 ${followers} 미만으로 감소`,
    gains: {
      followers: {
        hour: `1시간 안에 팔로워 ${by} 이상 증가`,
        day: `하루 안에 팔로워 ${by} 이상 증가`,
        week: `일주일 안에 팔로워 ${by} 이상 증가`,
      },
      percent: {
        hour: '1시간 안에 팔로워 {percent}% 이상 증가',
        day: '하루 안에 팔로워 {percent}% 이상 증가',
        week: '일주일 안에 팔로워 {percent}% 이상 증가',
      },
    },
    loses: {
      followers: {
        hour: `1시간 안에 팔로워 ${by} 이상 감소`,
        day: `하루 안에 팔로워 ${by} 이상 감소`,
        week: `일주일 안에 팔로워 ${by} 이상 감소`,
      },
      percent: {
        hour: '1시간 안에 팔로워 {percent}% 이상 감소',
        day: '하루 안에 팔로워 {percent}% 이상 감소',
        week: '일주일 안에 팔로워 {percent}% 이상 감소',
      },
    },
    disappears: 'Chat에서 사라짐',
  },
  about: '{who} · {rule}',
  more: '그 외 {left, plural, other {#개}}',
  whereAndWhose: '{place} · 만든 사람 {owner}',
  none: '아직 모니터링이 없습니다.',
  unknown: '{word} 모니터링이 없습니다.',
  unreadable: '<b>#{id}</b> 모니터링을 확인할 수 없습니다.',
  leftAlone: '{watch} 모니터링을 변경하지 않았습니다.',
  notYours:
    '{watch} 모니터링의 알림이 게시되는 대화에 참여하고 있지 않아 일시 중지, 알림 끄기, 삭제만 할 수 있습니다. 다른 변경은 만든 사람인 {owner} 님에게 요청하세요.',
  notYoursAnyMore:
    '{watch} 모니터링의 알림이 게시되는 대화에 더 이상 참여하고 있지 않습니다. 수정을 눌러 알림을 받을 곳을 바꾸세요.',
  tooLate: '{watch} 모니터링을 복원하기에는 늦었습니다. 삭제 후 10분 동안만 복원할 수 있습니다.',
  saved: '{watch} 모니터링을 저장했습니다. 알림은 {place}에 게시합니다.',
  savedPaused: '{watch} 모니터링을 저장했지만 지금은 일시 중지 상태입니다.',
  savedStaysPaused: '{watch} 모니터링을 저장했습니다. 일시 중지 상태는 그대로입니다.',
  notAnnounced: '안내 메시지는 게시하지 못했지만, 알림은 게시를 시도합니다.',
  changes: {
    pause: '{watch} 모니터링을 일시 중지했습니다.',
    resume: '{watch} 모니터링을 다시 시작했습니다. 이미 조건에 맞는 계정은 알리지 않습니다.',
    mute: '{watch} 모니터링의 알림을 {until}까지 껐습니다.',
    unmute: '{watch} 모니터링의 알림을 다시 켰습니다.',
    delete: '{watch} 모니터링을 삭제했습니다.',
    restore: '{watch} 모니터링을 복원했습니다. 이미 조건에 맞는 계정은 알리지 않습니다.',
    alreadyPaused: '{watch} 모니터링은 이미 일시 중지되어 있습니다.',
    notPaused: '{watch} 모니터링은 일시 중지되어 있지 않습니다.',
    notDeleted: '{watch} 모니터링은 삭제되지 않았습니다.',
    staysPaused: '{watch} 모니터링은 계속 일시 중지 상태입니다.',
  },
  marks: {
    running: '{watch} · 🟢 활성',
    idle: '{watch} · ⚪ 대상 없음',
    muted: '{watch} · 🔕 {until}까지 알림 꺼짐',
    paused: '{watch} · ⏸️ 일시 중지됨',
    failing: '{watch} · ⚠️ 문제 있음',
    deleted: '{watch} · 🗑️ 삭제됨',
  },
  idle: '목록이 비어 있거나 삭제되어 확인할 계정이 없습니다. 목록에 계정이 추가되면 다시 확인합니다.',
  pausedSince: '{since}부터 일시 중지 상태입니다.',
  last: {
    none: '아직 보낸 알림이 없습니다.',
    posted: '마지막 알림은 {at}에 게시했습니다.',
    failed: '지난 알림({at})은 게시하지 못했습니다.',
    unknown: '지난 알림({at})은 게시되지 않았을 수 있습니다.',
    other: '지난 알림은 {at}에 예정되어 있었습니다.',
  },
  controls: {
    new: { text: '새 모니터링…', label: '새 모니터링…: 양식 열기' },
    more: { text: '모니터링 더 보기', label: '모니터링 더 보기' },
    all: { text: '모든 모니터링', label: '모든 모니터링' },
    edit: { text: '수정', label: '수정: 모니터링 {id}' },
    pause: { text: '일시 중지', label: '일시 중지: 모니터링 {id}' },
    resume: { text: '다시 시작', label: '다시 시작: 모니터링 {id}' },
    mute: { text: '하루 동안 알림 끄기', label: '하루 동안 알림 끄기: 모니터링 {id}' },
    unmute: { text: '알림 켜기', label: '알림 켜기: 모니터링 {id}' },
    delete: { text: '삭제', label: '삭제: 모니터링 {id}' },
    undo: { text: '실행 취소', label: '실행 취소: 모니터링 {id} 복원' },
    account: { text: '모니터링…', label: '모니터링…: 양식 열기' },
  },
  list: {
    title: '<b>모니터링 {watches, plural, other {#개}}</b>',
    titleFrom: '<b>모니터링 {watches, plural, other {#개}}(#{from}부터)</b>',
    more: '{left, plural, other {#개가 더 있습니다.}}',
  },
  home: {
    yours: '<b>내가 만든 모니터링 {watches, plural, other {#개}}</b>',
    readOnly: '모니터링은 편집자(editor)만 변경할 수 있습니다.',
    readOnlyAskAdmins: '모니터링은 편집자(editor)만 변경할 수 있습니다. 권한은 관리자에게 요청하세요: {admins}',
  },
  faults: {
    meantAction: '모니터링에는 {word} 명령이 없습니다. 혹시 {suggestion} 명령을 찾으시나요?',
    unknownAction:
      '모니터링에는 {word} 명령이 없습니다. new, list, edit, pause, resume, mute, unmute, delete, restore를 쓸 수 있습니다.',
    missingId: '어떤 모니터링인가요? 번호를 함께 입력하세요. 예: {example}',
    surplusWord: '{word} 부분을 빼고 입력하세요. 예: {example}',
  },
});
