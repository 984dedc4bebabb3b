import { translate } from '../catalogue.ts';
import { history as original } from '../en/history.ts';

const followers = '팔로워 {followers, plural, other {#명}}';
const accounts = '계정 {accounts, plural, other {#개}}';

export const history = translate(original, {
  changedInDays: `{account}: ${followers}, {days, number}일 동안 {change} 변동했습니다.`,
  changedInYear: `{account}: ${followers}, 1년 동안 {change} 변동했습니다.`,
  sameInDays: `{account}: ${followers}, {days, number}일 동안 변동이 없습니다.`,
  sameInYear: `{account}: ${followers}, 1년 동안 변동이 없습니다.`,
  changedBetween: `{account}: ${followers}, {from}부터 {to}까지 {change} 변동했습니다.`,
  sameBetween: `{account}: ${followers}, {from}부터 {to}까지 변동이 없습니다.`,
  readOnce: `{account}: {at}에 ${followers}. 비교할 다른 기록이 없습니다.`,
  together: {
    changedInDays: `${accounts}: 합계 ${followers}, {days, number}일 동안 {change} 변동했습니다.`,
    changedInYear: `${accounts}: 합계 ${followers}, 1년 동안 {change} 변동했습니다.`,
    sameInDays: `${accounts}: 합계 ${followers}, {days, number}일 동안 변동이 없습니다.`,
    sameInYear: `${accounts}: 합계 ${followers}, 1년 동안 변동이 없습니다.`,
    readOnce: `${accounts}: 합계 ${followers}. 비교할 이전 기록이 없습니다.`,
    movers: '변동이 큰 계정: {movers}',
    mover: '{account} {change}',
  },
  noneInDays: '{accounts} 계정은 최근 {days, number}일 동안의 기록이 없습니다.',
  noneInYear: '{accounts} 계정은 최근 1년 동안의 기록이 없습니다.',
  noneShared: '{none, plural, other {계정 {all, number}개 중 #개는 이 기간의 기록이 없습니다.}}',
  keptFrom: '기록은 계정을 처음 조회한 때부터 남습니다.',
  begun: '{accounts} 계정의 기록은 {at}부터 있습니다.',
  begunOrLater: '{accounts} 계정의 기록은 {at} 또는 그 이후부터 있습니다.',
  lastRead: '{accounts} 계정을 마지막으로 조회한 때는 {at}입니다.',
  lastReadOrEarlier: '{accounts} 계정을 마지막으로 조회한 때는 {at} 또는 그 이전입니다.',
  gaps: '{accounts} 계정의 기록이 없는 시점: {times}',
  chart: {
    all: '팔로워 추이',
    top: '팔로워 상위 {shown, number}개 계정(전체 {all, number}개)',
    some: '계정 {all, number}개 중 {shown, number}개의 팔로워',
    followers: '팔로워',
    day: '날짜',
    leftOut: '차트에는 기록이 없는 시점이 빠져 있습니다.',
    leftOutSeveral: '차트에는 표시된 계정 중 하나라도 기록이 없는 시점이 빠져 있습니다.',
    tooFew: '기록이 적어 차트에 없는 계정: {accounts}',
  },
  table: {
    caption: '{account} 계정의 수치 추이',
    captionSeveral: `${accounts} · 팔로워 추이`,
    fewerTimes: '표에는 시점 {all, number}개 중 {shown, number}개만 표시됩니다. 모든 기록은 CSV에 있습니다.',
  },
  text: {
    row: `{at}: ${followers}({change}) · 팔로잉 {following, number}명 · 맞팔로우 {mutual, number}명`,
    firstRow: `{at}: ${followers} · 팔로잉 {following, number}명 · 맞팔로우 {mutual, number}명`,
    missing: '{at}: –',
    times: '날짜별 팔로워({times}):',
    series: '{account}: {followers}',
    ends: '계정별 첫 기록과 마지막 기록의 팔로워:',
    between: '; ',
  },
  foot: {
    byTime: '각 수치는 그날 {time}까지의 마지막 기록입니다({zone}).',
    byAboutTime: '각 수치는 그날 {time}경까지의 마지막 기록입니다({zone}).',
    newest: '가장 최근 기록은 {at} 값입니다.',
    shared: '{person} 님이 공유했습니다.',
  },
  open: { text: '추이', label: '추이: 최근 30일의 수치 보기' },
  csv: { text: 'CSV', label: 'CSV: 모든 기록을 파일로 만들어 다이렉트 메시지로 받기' },
  lookUp: { text: '조회', label: '조회: 기록이 없는 계정을 지금 조회' },
  meant: { text: '{account} 추이', label: '{account} 추이({typo} 대신)' },
  file: {
    title: '{accounts, plural, other {계정 #개의 수치 추이}}',
    tooLarge: '기록이 {most, number}개를 넘어 파일 하나에 담을 수 없습니다. 계정 수나 기간을 줄여 주세요.',
  },
  view: {
    title: '추이',
    back: '뒤로',
    opening: '여는 중…',
    notOpened: 'Slack에서 추이를 열지 못했습니다({code}). 추이를 다시 누르세요.',
    send: { text: '내 메시지로 보내기', label: '내 메시지로 보내기: 차트, 표, CSV 포함' },
    sent: '전체 추이를 followstats와의 다이렉트 메시지로 보냈습니다.',
    notSent: 'Slack에서 메시지를 거부했습니다. 잠시 후 추이를 다시 여세요.',
  },
  unknownSpan:
    '기간으로 쓸 수 없습니다: {word}. <code>7d</code>, <code>30d</code>, <code>90d</code>, <code>1y</code> 중에서 고르세요. 혹시 {suggestion} 명령을 찾으시나요? 계정이라면 따옴표로 묶으세요. 예: {quoted}',
});
