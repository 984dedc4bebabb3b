import { translate } from '../catalogue.ts';
import { lists as original } from '../en/lists.ts';

export const lists = translate(original, {
  created: '{list} を作成し、アカウントを{size, number}件登録しました。',
  createdEmpty: '{list} を作成しました。中身はまだ空です。',
  added: '{list} にアカウントを{changed, number}件追加しました。現在{size, number}件です。',
  addedSome:
    '{list} にアカウントを{changed, number}件追加しました（{already, number}件は登録済み）。現在{size, number}件です。',
  addedNone: 'すべて {list} に登録済みのため、何も追加しませんでした。',
  nothingToAdd: '{list} には何も追加しませんでした。',
  removed: '{list} からアカウントを{changed, number}件外しました。現在{size, number}件です。',
  removedSome:
    '{list} からアカウントを{changed, number}件外しました（{already, number}件は未登録）。現在{size, number}件です。',
  removedNone: 'どれも {list} に登録されていないため、何も外しませんでした。',
  nothingToRemove: '{list} からは何も外しませんでした。',
  deleted: '{list}（アカウント{size, number}件）を削除しました。',
  deletedEmpty: '空のリスト {list} を削除しました。',
  heldBelow: '件数が多く「元に戻す」を使えないため、登録されていたアカウントを下に表示します。',
  undo: { text: '元に戻す', label: '元に戻す：{list} を作り直す' },
  undoRemoval: { text: '元に戻す', label: '元に戻す：{list} に追加し直す' },
  unchanged: {
    exists: '{list} はすでにあるため、何も変更しませんでした。',
    tooManyLists: 'リストはすでに上限の{max, number}件あります。先にどれかを削除してください。',
    tooManyAccounts:
      '{list} のアカウントが{size, number}件になり、上限の{max, number}件を超えるため、何も変更しませんでした。{create} のように、一部を別のリストに入れてください。',
  },
  tooManyToLookUp: '一度に調べられるアカウントは{max, number}件までです。',
  useDigest: 'ダイジェスト（{digest}）なら、すべて投稿できます。',
  one: '{list} · {size, plural, =0 {空} other {アカウント #件}}',
  more: '…ほか{left, number}件。',
  overview: {
    none: 'リストはまだありません。',
    askAdmins: '{admins} に作成を依頼してください。',
    askEditor: '編集者（editor）が作成できます。',
    make: '{create} で作成できます。',
    title: '<b>リスト {count, number}件</b>',
    others: 'ほかのリスト',
  },
  lookUp: { text: '調べる', label: '調べる：{list}' },
  show: { text: '表示', label: '表示：{list}' },
  addAccounts: { text: 'アカウントを追加…', label: 'アカウントを追加…：{list}' },
  removeAccounts: { text: 'アカウントを外す…', label: 'アカウントを外す…：{list}' },
  remove: { text: '削除', label: '削除：{list}' },
  fill: { text: 'このリストを作成…', label: 'このリストを作成…：{list}' },
  make: { text: '新しいリスト…', label: '新しいリスト…：フォームを開く' },
  see: { text: 'リストを見る', label: 'リストを見る：すべてのリスト' },
  newDigest: { text: '新しいダイジェスト…', label: '新しいダイジェスト…：フォームを開く' },
  faults: {
    unknownAction: '{command} では {word} を使えません。使えるのは create、add、remove、show、delete です。',
    unknownActionOfViewer: '{command} では {word} を使えません。show とリスト名を入力してください。',
    didYouMean: '{command} のことですか？',
    typeItLike: '{example} のように入力してください。',
    missingName: 'どのリストですか？{example} のように入力してください。',
    missingWhoToAdd: '{list} にどのアカウントを追加しますか？{example} のように入力してください。',
    missingWhoToRemove: '{list} からどのアカウントを外しますか？{example} のように入力してください。',
    surplusWord: '{word} は不要です。{example} のように入力してください。',
  },
});
