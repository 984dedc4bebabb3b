import { translate } from '../catalogue.ts';
import { digestPosts as original } from '../en/digest-posts.ts';

export const digestPosts = translate(original, {
  headline: {
    first: '<b>팔로워 총 {followers, plural, other {#명}}</b>입니다. 변동은 다음 게시부터 알려 드립니다.',
    up: '<b>팔로워 ▲ {by, plural, other {#명}}</b>({since} 대비) · 총 {followers, number}명',
    down: '<b>팔로워 ▼ {by, plural, other {#명}}</b>({since} 대비) · 총 {followers, number}명',
    upOver:
      '<b>팔로워 ▲ {by, plural, other {#명}}</b>(계정 {over, plural, other {#개}}, {since} 대비) · 총 {followers, number}명',
    downOver:
      '<b>팔로워 ▼ {by, plural, other {#명}}</b>(계정 {over, plural, other {#개}}, {since} 대비) · 총 {followers, number}명',
    same: '<b>팔로워 변동 없음</b>({since} 대비) · 총 {followers, number}명',
    sameOver: '<b>팔로워 변동 없음</b>(계정 {over, plural, other {#개}}, {since} 대비) · 총 {followers, number}명',
    even: '<b>늘어난 만큼 줄어 합계는 그대로</b>({since} 대비) · 총 {followers, number}명',
    evenOver:
      '<b>늘어난 만큼 줄어 합계는 그대로</b>(계정 {over, plural, other {#개}}, {since} 대비) · 총 {followers, number}명',
    incomparable: '<b>팔로워 총 {followers, plural, other {#명}}</b>입니다. 지난 게시에는 비교할 수치가 없었습니다.',
    nothing:
      '<b>{accounts, plural, =1 {계정을 조회하지 못했습니다.} other {계정 #개 중 하나도 조회하지 못했습니다.}}</b>',
  },
  headlineInWords: {
    up: '{since} 대비 팔로워가 {by, plural, other {#명}} 늘어 총 {followers, number}명입니다.',
    down: '{since} 대비 팔로워가 {by, plural, other {#명}} 줄어 총 {followers, number}명입니다.',
    upOver:
      '계정 {over, plural, other {#개}}의 팔로워가 {since} 대비 {by, plural, other {#명}} 늘었습니다. 전체 팔로워는 {followers, number}명입니다.',
    downOver:
      '계정 {over, plural, other {#개}}의 팔로워가 {since} 대비 {by, plural, other {#명}} 줄었습니다. 전체 팔로워는 {followers, number}명입니다.',
  },
  mover: '{account} {change}',
  dot: ' · ',
  crossing: '🔔 {account} 강조 기준({passed}) 도달: {from, number} → {to, number}',
  crossingInWords:
    '{account} 계정의 팔로워가 {from, number}명에서 {to, number}명으로 바뀌어 강조 기준({passed})에 도달했습니다.',
  moreCrossings: '{accounts, plural, other {그 밖에 계정 #개도 강조 기준에 도달했습니다.}}',
  milestone: '🎉 {account} 팔로워 {reached, number}명 달성',
  moreMilestones: '{accounts, plural, other {그 밖에 계정 #개도 팔로워 마일스톤을 달성했습니다.}}',
  added: '새로 포함된 계정: {accounts}',
  removed: '제외된 계정: {accounts}',
  gone: '⚠ Chat에서 사라진 계정: {accounts}',
  back: 'Chat에 다시 나타난 계정: {accounts}',
  tableCut: '표에는 계정 {all, number}개 중 처음 {shown, number}개만 표시됩니다.',
  caption: '{accounts, plural, other {계정 #개, 많이 늘어난 순}}',
  captionFirst: '{accounts, plural, other {계정 #개, 팔로워 많은 순}}',
  csvNotKept: '이 게시물의 데이터가 아직 저장되지 않았거나 보관 기간이 지났습니다. 잠시 후 다시 시도하세요.',
  foot: {
    read: '계정 {rows, number}개 중 {read, number}개 조회',
    late: '늦게 게시됨(예정 {slot})',
    missed: '{runs, plural, other {직전 게시 #건 누락}}',
  },
  columns: {
    account: '계정',
    followers: '팔로워',
    sinceLast: '지난 게시 대비',
    sinceWeek: '최근 7일',
    following: '팔로잉',
    followingSinceLast: '팔로잉(지난 게시 대비)',
    mutual: '맞팔로우',
    mutualSinceLast: '맞팔로우(지난 게시 대비)',
    status: '상태',
    reason: '사유',
  },
  status: { read: '조회됨', notRead: '조회 실패' },
  rows: {
    counts: '{account}: 팔로워 {followers, plural, other {#}}, 팔로잉 {following}, 맞팔로우 {mutual}',
    sinceLast:
      '{account}: 팔로워 {followers, plural, other {#}}, 지난 게시 대비 {sinceLast}, 팔로잉 {following}, 맞팔로우 {mutual}',
    sinceWeek:
      '{account}: 팔로워 {followers, plural, other {#}}, 최근 7일 {sinceWeek}, 팔로잉 {following}, 맞팔로우 {mutual}',
    sinceBoth:
      '{account}: 팔로워 {followers, plural, other {#}}, 지난 게시 대비 {sinceLast}, 최근 7일 {sinceWeek}, 팔로잉 {following}, 맞팔로우 {mutual}',
    changed: '{count, number} ({change})',
    short: '{account}: {followers, number} / {sinceLast} / {sinceWeek}',
    shortTitle: '계정별 팔로워 / 지난 게시 대비 / 최근 7일:',
    shorter: '{account}: {followers, number} / {sinceLast}',
    shorterTitle: '계정별 팔로워 / 지난 게시 대비:',
    shortest: '{account}: {followers, number}',
    shortestTitle: '계정별 팔로워:',
  },
  chart: {
    now: '계정별 팔로워',
    past: '팔로워 추이',
    top: '팔로워 상위 {shown, number}개 계정(전체 {all, number}개)',
    some: '계정 {all, number}개 중 {shown, number}개의 팔로워',
    followers: '팔로워',
    account: '계정',
    day: '날짜',
    time: '시각',
    inWords: '날짜별 팔로워({instants}):',
    inWordsByTime: '시각별 팔로워({instants}):',
    series: '{account}: {followers}',
    between: '; ',
    tooNew: '기록이 짧아 차트에 없는 계정: {accounts}',
  },
});
