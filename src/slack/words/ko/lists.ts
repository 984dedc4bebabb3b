import { translate } from '../catalogue.ts';
import { lists as original } from '../en/lists.ts';

export const lists = translate(original, {
  created: '계정 {size, plural, other {#개}}로 {list} 목록을 만들었습니다.',
  createdEmpty: '{list} 목록을 만들었습니다. 아직 비어 있습니다.',
  added:
    '{list} 목록에 계정 {changed, plural, other {#개}}를 추가했습니다. 이제 모두 {size, plural, other {#개}}입니다.',
  addedSome:
    '{list} 목록에 계정 {changed, plural, other {#개}}를 추가했습니다. {already, plural, other {#개}}는 이미 있었고, 이제 모두 {size, plural, other {#개}}입니다.',
  addedNone: '모두 이미 {list} 목록에 있는 계정이라 추가하지 않았습니다.',
  nothingToAdd: '{list} 목록에 추가한 계정이 없습니다.',
  removed:
    '{list} 목록에서 계정 {changed, plural, other {#개}}를 뺐습니다. 이제 {size, plural, =0 {비어 있습니다} other {모두 #개입니다}}.',
  removedSome:
    '{list} 목록에서 계정 {changed, plural, other {#개}}를 뺐습니다. {already, plural, other {#개}}는 목록에 없었고, 이제 {size, plural, =0 {비어 있습니다} other {모두 #개입니다}}.',
  removedNone: '{list} 목록에 해당 계정이 없어 빼지 않았습니다.',
  nothingToRemove: '{list} 목록에서 뺀 계정이 없습니다.',
  deleted: '{list} 목록과 그 안의 계정 {size, plural, other {#개}}를 삭제했습니다.',
  deletedEmpty: '비어 있던 {list} 목록을 삭제했습니다.',
  heldBelow: '계정이 많아 실행 취소할 수 없습니다. 다시 만들 수 있도록 아래에 계정을 적어 두었습니다.',
  undo: { text: '실행 취소', label: '실행 취소: {list} 목록 다시 만들기' },
  undoRemoval: { text: '실행 취소', label: '실행 취소: {list} 목록에 다시 추가' },
  unchanged: {
    exists: '{list} 목록이 이미 있어 변경하지 않았습니다.',
    tooManyLists: '목록이 이미 최대 개수인 {max, number}개입니다. 먼저 하나를 삭제하세요.',
    tooManyAccounts:
      '{list} 목록에는 계정을 {max, number}개까지 넣을 수 있는데 {size, plural, other {#개}}가 되므로 변경하지 않았습니다. 일부는 다른 목록에 넣으세요. 예: {create}',
  },
  tooManyToLookUp: '한 번에 계정을 {max, number}개까지 조회할 수 있습니다.',
  useDigest: '모두 보려면 {digest} 명령으로 정기 리포트를 만드세요.',
  one: '{list} · {size, plural, =0 {비어 있음} other {계정 #개}}',
  names: '이름: {accounts}',
  more: '그 밖에 {left, number}개가 더 있습니다.',
  overview: {
    none: '아직 목록이 없습니다.',
    askAdmins: '{admins} 님에게 목록을 만들어 달라고 요청하세요.',
    askEditor: '편집자(editor)가 목록을 만들 수 있습니다.',
    make: '{create} 명령으로 만드세요.',
    title: '<b>목록 {count, plural, other {#개}}</b>',
    others: '목록 더 보기',
  },
  lookUp: { text: '조회', label: '조회: {list}' },
  show: { text: '보기', label: '보기: {list}' },
  addAccounts: { text: '계정 추가…', label: '계정 추가…: {list}' },
  removeAccounts: { text: '계정 빼기…', label: '계정 빼기…: {list}' },
  remove: { text: '삭제', label: '삭제: {list}' },
  fill: { text: '이 목록 만들기…', label: '이 목록 만들기…: {list}' },
  make: { text: '새 목록…', label: '새 목록…: 양식 열기' },
  see: { text: '목록 보기', label: '목록 보기: 모든 목록' },
  newDigest: { text: '새 정기 리포트…', label: '새 정기 리포트…: 양식 열기' },
  faults: {
    unknownAction: '{command} 뒤에는 {word} 대신 create, add, remove, show, delete 중 하나를 입력하세요.',
    unknownActionOfViewer: '{command} 뒤에는 {word} 대신 show와 목록 이름을 입력하세요.',
    didYouMean: '혹시 {command} 명령을 찾으시나요?',
    typeItLike: '이렇게 입력하세요: {example}',
    missingName: '어떤 목록인가요? 이렇게 입력하세요: {example}',
    missingWhoToAdd: '{list} 목록에 어떤 계정을 추가할까요? 이렇게 입력하세요: {example}',
    missingWhoToRemove: '{list} 목록에서 어떤 계정을 뺄까요? 이렇게 입력하세요: {example}',
    surplusWord: '{word} 부분을 빼고 입력하세요. 예: {example}',
  },
});
