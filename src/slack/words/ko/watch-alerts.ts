import { translate } from '../catalogue.ts';
import { watchAlerts as original } from '../en/watch-alerts.ts';

const followers = '팔로워 {followers, plural, other {#명}}';
const goal = '{goal, plural, other {#명}}';
const by = '{by, plural, other {#명}}';

export const watchAlerts = translate(original, {
  reaches: `🔔 {account} 계정의 팔로워가 ${goal}에 도달했습니다. {since}에 {before, number}명이었고 지금은 {followers, number}명입니다.`,
  'falls-below': `🔔 {account} 계정의 팔로워가 ${goal} 미만으로 줄었습니다. {since}에 {before, number}명이었고 지금은 {followers, number}명입니다.`,
  gains: `🔔 {account} 계정의 팔로워가 {since} 이후 ${by} 늘었습니다({before, number} → {followers, number}).`,
  loses: `🔔 {account} 계정의 팔로워가 {since} 이후 ${by} 줄었습니다({before, number} → {followers, number}).`,
  disappears: '🔔 {account} 계정이 더 이상 Chat에 없습니다. {since}에는 팔로워가 {before, number}명이었습니다.',
  now: '<b>현재</b>',
  isMet: `🔴 {account}: ${followers}, {at}에 알림`,
  isNotMet: `⚪ {account}: ${followers}`,
  isMissing: '🔴 {account}: Chat에 없음',
  foot: '모니터링 {watch} · {rule} · {since}부터({zone})',
  ends: {
    reaches: '{mark, number}명 이하가 된 뒤 다시 {goal, number}명에 도달하면 다시 알립니다.',
    'falls-below': '{mark, number}명 이상이 된 뒤 다시 {goal, number}명 미만이 되면 다시 알립니다.',
    change: '지금부터 새로 셉니다.',
    disappears: 'Chat에 다시 나타난 뒤 또 사라지면 다시 알립니다.',
  },
  made: '앞으로 이 채널에 {watch} 모니터링의 알림을 게시합니다: {about}.',
  madeDirect: '앞으로 여기로 {watch} 모니터링의 알림을 보내 드립니다: {about}.',
  failed: '만드신 {watch} 모니터링의 알림을 {place}에 게시하지 못했습니다. {at}({zone})에 게시할 예정이었습니다.',
  paused: '만드신 {watch} 모니터링({place})이 일시 중지되었습니다.',
  changes: {
    edit: '만드신 {watch} 모니터링을 {person} 님이 수정했습니다.',
    pause: '만드신 {watch} 모니터링을 {person} 님이 일시 중지했습니다.',
    resume: '만드신 {watch} 모니터링을 {person} 님이 다시 시작했습니다.',
    mute: '만드신 {watch} 모니터링의 알림을 {person} 님이 {until}({zone})까지 껐습니다.',
    unmute: '만드신 {watch} 모니터링의 알림을 {person} 님이 다시 켰습니다.',
    delete: '만드신 {watch} 모니터링을 {person} 님이 삭제했습니다. 10분 동안 실행 취소할 수 있습니다.',
    deleteForGood: '만드신 {watch} 모니터링을 {person} 님이 삭제했습니다.',
    restore: '만드신 {watch} 모니터링을 {person} 님이 복원했습니다.',
  },
  delivery: {
    unknown:
      'Slack의 응답을 받지 못해, 만드신 {watch} 모니터링의 알림이 {place}에 게시되었는지 확실하지 않습니다. {at}({zone})에 게시할 예정이었습니다.',
    itArrived: { text: '게시물 있음', label: '게시물 있음: 게시된 그대로 두기' },
    postAgain: { text: '다시 게시', label: '다시 게시: 이 알림을 한 번 더 보내기' },
    arrived: '확인했습니다. {watch} 모니터링의 알림은 이미 게시되어 있으므로 다시 게시하지 않습니다.',
    again: '{watch} 모니터링의 알림을 지금 다시 게시합니다.',
    gone: '모니터링이 삭제되어 게시하지 않았습니다.',
  },
});
