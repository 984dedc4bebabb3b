import { translate } from '../catalogue.ts';
import { asks as original } from '../en/asks.ts';

export const asks = translate(original, {
  titles: {
    lookup: '계정 조회',
    link: '사용자 연결',
    'link-person': '사용자 연결',
    'list-create': '새 목록',
    'list-add': '계정 추가',
    'list-remove': '계정 빼기',
    'list-fill': '새 목록',
  },
  submit: {
    lookup: '조회',
    link: '연결',
    'link-person': '연결',
    'list-create': '만들기',
    'list-add': '추가',
    'list-remove': '빼기',
    'list-fill': '만들기',
  },
  cancel: '취소',
  close: '닫기',
  about: {
    person: '{person} 님에게 어떤 계정을 연결할까요?',
    list: '{list} 목록에 어떤 계정을 넣을까요?',
    listToShorten: '{list} 목록에서 어떤 계정을 뺄까요?',
  },
  fields: {
    accounts: '계정',
    accountsHint:
      'UserID를 공백이나 줄 바꿈으로 구분해 입력하세요. list:NAME을 입력하면 그 목록의 모든 계정이 포함됩니다.',
    account: 'UserID',
    accountHint: 'Chat에 등록된 그대로 입력하세요.',
    person: '사용자',
    name: '이름',
    nameHint: '영문자, 숫자, 하이픈(-), 밑줄(_)만 쓸 수 있으며 최대 40자입니다.',
  },
  working: '잠시만 기다려 주세요…',
  notOpened: 'Slack에서 양식을 열지 못했습니다. 버튼을 다시 누르세요.',
  faults: {
    unclosedQuote: '따옴표를 닫으세요: {word}',
    textAfterQuote: '닫는 따옴표 뒤에 공백을 넣으세요: {word}',
    tooLong: 'UserID가 너무 깁니다: {word}. {most, number}자까지 쓸 수 있습니다.',
    notPrintableAscii: 'UserID로 쓸 수 없습니다: {word}. Chat에서는 영문자, 숫자, 기호만 쓸 수 있습니다.',
    emptyQuotes: '따옴표 안이 비어 있습니다.',
    badListName:
      '목록 이름으로 쓸 수 없습니다: {word}. 영문자, 숫자, 하이픈(-), 밑줄(_)만 쓸 수 있으며 최대 40자입니다.',
    tooMany: '계정을 {max, number}개까지 입력할 수 있는데 {count, number}개입니다. {word}부터는 빼고 입력하세요.',
    tooManyResolved: '계정을 {max, number}개까지 입력할 수 있는데 {count, number}개입니다.',
    unknownList: '{list} 목록이 없습니다.',
    unknownListMeant: '{list} 목록이 없습니다. 혹시 {suggestion} 목록을 찾으시나요?',
    listLinked: '{word} 목록은 연결할 수 없습니다. 사용자에게는 계정 하나만 연결할 수 있습니다.',
    nobody: 'UserID를 하나 이상 입력하세요.',
    oneAccount: 'UserID를 하나만 입력하세요.',
    exists: '{list} 목록이 이미 있습니다.',
    tooManyLists: '목록이 이미 최대 개수인 {max, number}개입니다.',
    tooManyAccounts: '{list} 목록에는 계정을 {max, number}개까지 넣을 수 있는데 {size, number}개가 됩니다.',
    other: '입력한 내용을 읽을 수 없습니다. 다시 확인해 주세요.',
    otherVersion: '그사이 followstats가 업데이트되었습니다. 이 양식을 닫고 다시 여세요.',
    broken: 'followstats에 오류가 발생했습니다. 운영 담당자에게 이 참조 번호를 알려 주세요: {reference}',
  },
});
