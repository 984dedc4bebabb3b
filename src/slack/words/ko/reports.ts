import { translate } from '../catalogue.ts';
import { reports as original } from '../en/reports.ts';

const followers = '팔로워 {followers, plural, other {#명}}';
const others = '팔로잉 {following, number}명 · 맞팔로우 {mutual, number}명';
const accounts = '계정 {accounts, plural, other {#개}}';

export const reports = translate(original, {
  row: `{account} · ${followers} · ${others}`,
  rowWithChange: `{account} · ${followers}({since} 대비 {change}) · ${others}`,
  rowUnchanged: `{account} · ${followers}({since} 대비 변동 없음) · ${others}`,
  shortRows: '계정별 팔로워 / 팔로잉 / 맞팔로우:',
  shortRowsWithChange: '계정별 팔로워(변동) / 팔로잉 / 맞팔로우:',
  shortRow: '{account}: {followers, number} / {following, number} / {mutual, number}',
  shortRowWithChange: '{account}: {followers, number} ({change}) / {following, number} / {mutual, number}',
  shortUnread: '{account}: 조회 실패',
  shortLastKnown: '{account}: 조회 실패, 이전 값 {followers, number} / {following, number} / {mutual, number} ({at})',
  caption: accounts,
  captionSince: `${accounts} · {since} 대비 변동`,
  captionSinceOrLater: `${accounts} · {since}(일부는 그 이후) 대비 변동`,
  cut: '표에는 계정 {all, number}개 중 처음 {shown, number}개만 표시됩니다.',
  columns: {
    account: '계정',
    name: '이름',
    followers: '팔로워',
    following: '팔로잉',
    mutual: '맞팔로우',
    change: '변동',
    since: '비교 시점',
    status: '상태',
    code: '코드',
    reason: '사유',
    readAt: '조회 시각',
  },
  status: { read: '조회됨', lastKnown: '이전 값', unread: '조회 실패' },
  lastKnown: `{at}에 마지막으로 확인한 값은 ${followers}, 팔로잉 {following, number}명, 맞팔로우 {mutual, number}명입니다.`,
  meant: '혹시 {account} 계정을 찾으시나요?',
  meantPerhaps: '{account} 계정일 수 있습니다.',
  maybeDeleted: 'Chat에서 삭제된 계정일 수 있습니다.',
  notRefreshed: '새로고침하지 못했습니다. {at}에 조회한 값입니다.',
  notRefreshedForCode: '새로고침하지 못했습니다({code}). {at}에 조회한 값입니다.',
  notRefreshedAlone: '새로고침하지 못했습니다.',
  notRefreshedAloneForCode: '새로고침하지 못했습니다({code}).',
  stillAsking: '아직 Chat에서 조회하고 있습니다. {at}에 조회한 값입니다.',
  stillAskingAlone: '아직 Chat에서 조회하고 있습니다.',
  foot: {
    asOf: '{at} 기준입니다.',
    updated: '{at}에 새로고침했습니다.',
    tried: '{at}에 마지막으로 시도했습니다.',
    cachedSeconds:
      '{accounts, plural, =1 {계정 1개는 캐시에 있던 {seconds, number}초 전 값입니다.} other {계정 #개는 캐시에 있던 값이며, 가장 오래된 것은 {seconds, number}초 전 값입니다.}}',
    cachedMinutes:
      '{accounts, plural, =1 {계정 1개는 캐시에 있던 {minutes, number}분 전 값입니다.} other {계정 #개는 캐시에 있던 값이며, 가장 오래된 것은 {minutes, number}분 전 값입니다.}}',
    shared: '{person} 님이 공유 · {at} 기준',
    sharedSince: '{person} 님이 공유 · {at} 기준 · {since} 대비 변동',
    sharedSinceOrLater: '{person} 님이 공유 · {at} 기준 · {since}(일부는 그 이후) 대비 변동',
  },
  sharedUnread: '{failed, plural, other {계정 {all, number}개 중 #개를 조회하지 못했습니다.}}',
  refresh: { text: '새로고침', label: '새로고침: 이 수치를 다시 조회' },
  share: { text: '공유', label: '공유: 이 채널의 모두에게 이 수치를 표시' },
  open: { text: '계정 열기', label: '계정 열기: 수치와 변동 보기' },
  lookUp: { text: '{account} 조회', label: '{account} 조회({typo} 대신)' },
});
