import { translate } from '../catalogue.ts';
import { who as original } from '../en/who.ts';

export const who = translate(original, {
  unclosedQuote: '{word} 부분의 따옴표가 닫히지 않았습니다. 이렇게 입력하세요: {example}',
  textAfterQuote: '{word} 부분의 닫는 따옴표 뒤에 공백을 넣으세요. 예: {example}',
  tooLong:
    'UserID가 너무 깁니다: {word}. {most, number}자까지 쓸 수 있습니다. UserID 사이에 공백을 넣으세요. 예: {example}',
  oneTooLong: 'UserID가 너무 깁니다: {word}. {most, number}자까지 쓸 수 있습니다. 예: {example}',
  notPrintableAscii:
    'UserID로 쓸 수 없습니다: {word}. Chat에서는 영문자, 숫자, 기호만 쓸 수 있습니다(한글, 이모지 불가). 예: {example}',
  emptyQuotes: '따옴표 안이 비어 있습니다. 이렇게 입력하세요: {example}',
  notAnAccount: '{word} 대신 계정이나 사용자를 입력하세요. 예: {example}',
  badListName:
    '목록 이름으로 쓸 수 없습니다: {word}. 이름은 영문자나 숫자로 시작해야 하고, 영문자, 숫자, 하이픈(-), 밑줄(_)만 쓸 수 있으며 최대 40자입니다. 예: {example}',
  tooMany:
    '한 번에 계정을 {max, number}개까지 지정할 수 있는데 {count, number}개입니다. {word}부터는 빼고 입력하세요. 예: {example}',
  tooManyGroups:
    '한 번에 사용자 그룹을 {max, number}개까지 지정할 수 있는데 {count, number}개입니다. 줄여서 입력하세요. 예: {example}',
  tooManyResolved:
    '한 번에 계정을 {max, number}개까지 지정할 수 있는데 {count, number}개입니다. {by}까지 더하면 한도를 넘습니다. 줄여서 입력하세요. 예: {example}',
  unknownList: '{list} 목록이 없습니다. {show} 명령으로 모든 목록을 볼 수 있습니다.',
  unknownListMeant:
    '{list} 목록이 없습니다. 혹시 {suggestion} 목록을 찾으시나요? {show} 명령으로 모든 목록을 볼 수 있습니다.',
  linked: {
    each: '{person} 님의 계정은 {account}입니다.',
    more: '{more, plural, other {그 밖에 사용자 #명도 계정이 연결되어 있습니다.}}',
  },
  unlinked: {
    one: '{person} 님은 아직 연결된 계정이 없습니다.',
    several: '아직 연결된 계정이 없는 사용자: {people}.',
    morePeople: '{people, plural, other {다른 사용자 #명}}',
    askAdmins: '{admins} 님에게 연결을 요청하세요.',
    askOperators: 'followstats 운영 담당자에게 연결을 요청하세요.',
    linkOne: '{command} 명령으로 연결하세요.',
    linkMany: '{command} 명령으로 한 명씩 연결하세요.',
    buttonOne: { text: '계정 연결…', label: '계정 연결…: 이 사용자의 계정 지정' },
    buttonMany: { text: '사용자 연결…', label: '사용자 연결…: 사용자의 계정 지정' },
  },
  badLink: {
    maybe: '계정 연결이 잘못되었을 수 있습니다.',
    askAdmins: '{admins} 님에게 계정 연결을 확인해 달라고 요청하세요.',
    askOperators: 'followstats 운영 담당자에게 계정 연결을 확인해 달라고 요청하세요.',
  },
  badList: {
    askAdmins: '{admins} 님에게 목록을 확인해 달라고 요청하세요.',
    askOperators: 'followstats 운영 담당자에게 목록을 확인해 달라고 요청하세요.',
  },
  emptyList: {
    isEmpty: '{list} 목록이 비어 있습니다.',
    askAdmins: '{admins} 님에게 계정 추가를 요청하세요.',
    askOperators: 'followstats 운영 담당자에게 계정 추가를 요청하세요.',
    add: '{command} 명령으로 계정을 추가하세요.',
  },
  group: {
    unlinked: '{group}에는 아직 계정이 연결된 사용자가 없습니다.',
    noMembers: '{group}에는 멤버가 없습니다.',
    unread: '{group}의 멤버를 Slack에서 확인할 수 없습니다.',
    missingScope: 'Slack 앱에 {scope} 권한 범위가 필요합니다. OAuth & Permissions에서 추가하고 앱을 다시 설치하세요.',
    tell: '{admins} 님에게 알려 주세요.',
    tellOperators: 'followstats 운영 담당자에게 알려 주세요.',
    notFound: 'Slack에 없는 사용자 그룹입니다: {group}.',
    noAnswer: '이번에는 {group}의 멤버를 Slack에서 확인하지 못했습니다. 잠시 후 다시 시도하세요.',
  },
  notInChat: {
    one: '{account} 계정은 아직 Chat에 없습니다.',
    several: '아직 Chat에 없는 계정: {accounts}.',
  },
  useMeant: { text: '{account} 사용', label: '{account} 사용: {typo} 대신' },
});
