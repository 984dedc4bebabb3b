import { translate } from '../catalogue.ts';
import { links as original } from '../en/links.ts';

export const links = translate(original, {
  linked: '{person} 님을 {account} 계정에 연결했습니다.',
  relinked: '{person} 님의 연결을 {before} 계정에서 {account} 계정으로 바꾸었습니다.',
  unlinked: '{person} 님과 {account} 계정의 연결을 해제했습니다.',
  notLinked: '{person} 님은 연결된 계정이 없어 변경하지 않았습니다.',
  lookUp: { text: '조회', label: '조회: {account}' },
  undo: { text: '실행 취소', label: '실행 취소: 이 사용자를 {account} 계정에 다시 연결' },
  unlink: { text: '연결 해제', label: '연결 해제: 이 사용자와 {account} 계정' },
  linkSomeone: { text: '사용자 연결…', label: '사용자 연결…: 사용자의 계정 지정' },
  linkThem: { text: '계정 연결…', label: '계정 연결…: 이 사용자의 계정 지정' },
  see: { text: '모든 연결 보기', label: '모든 연결 보기: 사용자별 계정' },
  overview: {
    none: '아직 계정이 연결된 사용자가 없습니다. {link} 명령으로 연결하세요.',
    title: '<b>사용자 {people, plural, other {#명}}이 계정 {accounts, plural, other {#개}}에 연결됨</b>',
    each: '{account}: {people}',
    more: '그 밖에 계정 {left, number}개가 더 있습니다.',
    unlinkWith: '다른 사용자의 연결을 해제하려면 {unlink} 명령을 입력하세요.',
  },
  faults: {
    missingWhoToLink: '누구를 연결할까요? 사용자를 멘션하세요. 예: {example}',
    missingWhoToUnlink: '누구의 연결을 해제할까요? 사용자를 멘션하세요. 예: {example}',
    notAPerson: '{word} 대신 사용자를 멘션하세요. @를 입력하면 나오는 목록에서 선택할 수 있습니다. 예: {example}',
    missingAccount: '{person} 님에게 어떤 계정을 연결할까요? 멘션 뒤에 UserID를 입력하세요. 예: {example}',
    accountWanted: '사용자에게는 계정을 연결해야 합니다. {word} 대신 UserID를 입력하세요. 예: {example}',
    listLinked: '{word} 목록은 연결할 수 없습니다. 사용자에게는 계정 하나만 연결할 수 있습니다. 예: {example}',
    surplusWord: '{word} 부분을 빼고 입력하세요. 예: {example}',
  },
});
