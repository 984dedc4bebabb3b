import { translate } from '../catalogue.ts';
import { relations as original } from '../en/relations.ts';

const rows = '계정 {rows, plural, other {#개}}';
const read = '{done, plural, other {#개}}';

export const relations = translate(original, {
  titles: { fans: '팔로워', following: '팔로잉', mutual: '맞팔로우' },
  close: '닫기',
  back: '뒤로',
  opening: '여는 중…',
  notOpened: 'Slack에서 명단을 열지 못했습니다({code}). 버튼을 눌러 여세요.',
  open: {
    fans: { text: '팔로워', label: '팔로워: 이 계정을 팔로우하는 계정' },
    following: { text: '팔로잉', label: '팔로잉: 이 계정이 팔로우하는 계정' },
    mutual: { text: '맞팔로우', label: '맞팔로우: 이 계정과 서로 팔로우하는 계정' },
  },
  openLate: { text: '명단 열기', label: '명단 열기: 창에서 보기' },
  head: {
    fans: '{account}: 팔로워 {all, plural, other {#명}}.',
    following: '{account} 계정은 계정 {all, plural, other {#개}}를 팔로우합니다.',
    mutual: '{account} 계정은 계정 {all, plural, other {#개}}와 서로 팔로우합니다.',
  },
  headUncounted: {
    fans: '{account} 계정의 팔로워:',
    following: '{account} 계정이 팔로우하는 계정:',
    mutual: '{account} 계정과 서로 팔로우하는 계정:',
  },
  none: {
    fans: '{account} 계정을 팔로우하는 계정이 없습니다.',
    following: '{account} 계정이 팔로우하는 계정이 없습니다.',
    mutual: '{account} 계정과 서로 팔로우하는 계정이 없습니다.',
  },
  row: '{account} · {since}부터',
  range: 'Chat에서 받은 순서로 {from, number}번째부터 {to, number}번째까지입니다. {at} 기준입니다.',
  cut: '명단이 더 있지만 여기서는 더 넘길 수 없습니다. CSV에는 모두 있습니다.',
  lapsed: '명단을 연 지 오래되어 페이지를 넘길 수 없으므로 처음부터 다시 표시합니다.',
  previous: { text: '이전', label: '이전: 앞 페이지' },
  next: { text: '다음', label: '다음: 뒤 페이지' },
  csv: { text: '전체 CSV', label: '전체 CSV: 전체 명단을 다이렉트 메시지로 받기' },
  file: {
    begun: 'CSV를 만들고 있습니다. followstats와의 다이렉트 메시지로 보냅니다.',
    yours: '이미 명단 CSV를 만들고 있습니다. 기다리거나 followstats와의 다이렉트 메시지에서 취소하세요.',
    full: '지금은 만들고 있는 명단 CSV가 너무 많습니다. 몇 분 후 버튼을 다시 누르세요.',
    notTaken: 'Slack에서 followstats의 다이렉트 메시지를 거부합니다({code}). 워크스페이스 관리자에게 문의하세요.',
    notSent: 'Slack에서 메시지를 받지 않았습니다. 잠시 후 버튼을 다시 누르세요.',
    titles: {
      fans: '{account} 계정의 팔로워',
      following: '{account} 계정이 팔로우하는 계정',
      mutual: '{account} 계정과 서로 팔로우하는 계정',
    },
    columns: { since: '팔로우 시작' },
  },
  progress: {
    of: {
      fans: `{account} 계정의 팔로워 CSV를 만드는 중: 약 {all, number}개 중 ${read}를 읽었습니다.`,
      following: `{account} 계정이 팔로우하는 계정의 CSV를 만드는 중: 약 {all, number}개 중 ${read}를 읽었습니다.`,
      mutual: `{account} 계정과 서로 팔로우하는 계정의 CSV를 만드는 중: 약 {all, number}개 중 ${read}를 읽었습니다.`,
    },
    uncounted: {
      fans: `{account} 계정의 팔로워 CSV를 만드는 중: ${read}를 읽었습니다.`,
      following: `{account} 계정이 팔로우하는 계정의 CSV를 만드는 중: ${read}를 읽었습니다.`,
      mutual: `{account} 계정과 서로 팔로우하는 계정의 CSV를 만드는 중: ${read}를 읽었습니다.`,
    },
    cancel: { text: '취소', label: '취소: CSV를 만들지 않음' },
    done: {
      fans: `{account} 계정의 팔로워 CSV를 이 대화로 보냈습니다: ${rows}.`,
      following: `{account} 계정이 팔로우하는 계정의 CSV를 이 대화로 보냈습니다: ${rows}.`,
      mutual: `{account} 계정과 서로 팔로우하는 계정의 CSV를 이 대화로 보냈습니다: ${rows}.`,
    },
    cut: '명단이 더 깁니다. CSV 하나에는 계정을 {most, number}개까지 담을 수 있습니다.',
    unreadable: '{items, plural, other {명단의 항목 #개에서 계정을 읽을 수 없어 CSV에서 제외했습니다.}}',
    cancelled: {
      fans: '{account} 계정의 팔로워 CSV를 취소했습니다.',
      following: '{account} 계정이 팔로우하는 계정의 CSV를 취소했습니다.',
      mutual: '{account} 계정과 서로 팔로우하는 계정의 CSV를 취소했습니다.',
    },
    failed: {
      fans: '{account} 계정의 팔로워 CSV를 만들지 못했습니다.',
      following: '{account} 계정이 팔로우하는 계정의 CSV를 만들지 못했습니다.',
      mutual: '{account} 계정과 서로 팔로우하는 계정의 CSV를 만들지 못했습니다.',
    },
    stopped: '그사이 followstats가 중지되었습니다. 다시 시작하려면 버튼을 누르세요.',
    unconfirmed:
      '파일을 보내는 동안 followstats가 중지되었습니다. 이 대화에 파일이 없으면 버튼을 눌러 다시 시작하세요.',
    again: { text: 'CSV 만들기', label: 'CSV 만들기: 다시 시작' },
  },
  tooLate: '더 이상 CSV를 만들고 있지 않으므로 취소할 것이 없습니다.',
  missingAccount: '어느 계정인가요? 계정을 하나 지정하세요. 예: {example}',
  surplus: '이 명령에는 계정을 하나만 지정할 수 있습니다. 다음은 빼고 입력하세요: {word}. 예: {example}',
  notOne: '여러 계정이 될 수 있어 지정할 수 없습니다: {word}. 계정을 하나만 지정하세요. 예: {example}',
});
