import { translate } from '../catalogue.ts';
import { changes as original } from '../en/changes.ts';

export const changes = translate(original, {
  one: {
    even: '{opening, number} + 신규 {came, number} − 이탈 {left, number} = {closing, number}.',
    more: '{opening, number} + 신규 {came, number} − 이탈 {left, number} + 원인 불명 {by, number} = {closing, number}.',
    fewer:
      '{opening, number} + 신규 {came, number} − 이탈 {left, number} − 원인 불명 {by, number} = {closing, number}.',
  },
  each: {
    even: '{account}: {opening, number} + 신규 {came, number} − 이탈 {left, number} = {closing, number}',
    more: '{account}: {opening, number} + 신규 {came, number} − 이탈 {left, number} + 원인 불명 {by, number} = {closing, number}',
    fewer:
      '{account}: {opening, number} + 신규 {came, number} − 이탈 {left, number} − 원인 불명 {by, number} = {closing, number}',
  },
  together: {
    even: '합계: {opening, number} + 신규 {came, number} − 이탈 {left, number} = {closing, number}.',
    more: '합계: {opening, number} + 신규 {came, number} − 이탈 {left, number} + 원인 불명 {by, number} = {closing, number}.',
    fewer:
      '합계: {opening, number} + 신규 {came, number} − 이탈 {left, number} − 원인 불명 {by, number} = {closing, number}.',
    changed: '합계: 팔로워 {closing, plural, other {#명}}, {change} 변동했습니다.',
    same: '합계: 팔로워 {closing, plural, other {#명}}, 변동이 없습니다.',
  },
  since: '비교 시점: {since}.',
  sinceOrLater: '비교 시점: {since} 또는 그 이후.',
  off: 'Chat에서 웹훅이 오지 않으므로 누가 새로 팔로우했고 누가 떠났는지는 알 수 없습니다.',
  turnOn: '웹훅을 받으려면 {variable} 변수를 설정하고 Chat 콘솔에 콜백을 등록하세요.',
  outages: '원인 불명인 이유: 다음 시간에 웹훅을 받지 못했습니다: {times}.',
  moreOutages: '{times, plural, other {더 짧은 시간 #건}}',
  lost: '원인 불명인 이유: 이벤트 {events, plural, other {#건}}을 저장하지 못했습니다.',
  notSent: '원인 불명인 이유: Chat의 웹훅이 빠졌거나 아직 도착하지 않았습니다.',
  nobody: '새로 팔로우한 계정도 떠난 계정도 없습니다.',
  came: '신규({all, number}):',
  cameNewest: '신규 {all, number}명 중 최근 {shown, number}명:',
  left: '이탈({all, number}):',
  leftNewest: '이탈 {all, number}명 중 최근 {shown, number}명:',
  person: '{account} · {at}',
  personNamed: '{account}({name}) · {at}',
  table: {
    caption: '계정 {accounts, plural, other {#개}} · 신규와 이탈',
    before: '이전',
    came: '신규',
    left: '이탈',
    unexplained: '원인 불명',
    now: '현재',
  },
  foot: '{time} 기준({zone}).',
  open: { text: '변동', label: '변동: 최근 24시간의 신규와 이탈 보기' },
  csv: { text: 'CSV', label: 'CSV: 신규와 이탈 전체를 파일로 만들어 다이렉트 메시지로 받기' },
  file: {
    title: '{accounts, plural, other {계정 #개의 신규와 이탈}}',
    tooLarge: '신규와 이탈이 {most, number}건을 넘어 파일 하나에 담을 수 없습니다. 계정 수나 기간을 줄여 주세요.',
    event: '이벤트',
    follower: '팔로워',
    name: '이름',
    at: '시각',
    follow: '신규',
    unfollow: '이탈',
  },
  lastEvents: {
    follow: '{account} 신규: {at}.',
    unfollow: '{account} 이탈: {at}.',
    followNamed: '{account}({name}) 신규: {at}.',
    unfollowNamed: '{account}({name}) 이탈: {at}.',
  },
  view: {
    title: '변동',
    notOpened: 'Slack에서 변동을 열지 못했습니다({code}). [변동] 버튼을 다시 누르세요.',
  },
  misplacedSpan:
    '기간은 맨 뒤에 한 번만 쓸 수 있으므로 기간으로 읽을 수 없습니다: {word}. 혹시 {suggestion} 명령을 찾으시나요? 계정이라면 따옴표로 묶으세요. 예: {quoted}',
  unknownSpan:
    '기간으로 쓸 수 없습니다: {word}. <code>24h</code>, <code>7d</code>, <code>30d</code> 중에서 고르세요. 혹시 {suggestion} 명령을 찾으시나요? 계정이라면 따옴표로 묶으세요. 예: {quoted}',
});
