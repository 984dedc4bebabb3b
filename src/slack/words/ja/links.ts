import { translate } from '../catalogue.ts';
import { links as original } from '../en/links.ts';

export const links = translate(original, {
  linked: '{person} を {account} に紐付けました。',
  relinked: '{person} の紐付け先を {before} から {account} に変更しました。',
  unlinked: '{person} と {account} の紐付けを解除しました。',
  notLinked: '{person} はアカウントに紐付けられていないため、何も変更しませんでした。',
  lookUp: { text: '調べる', label: '調べる：{account}' },
  undo: { text: '元に戻す', label: '元に戻す：このメンバーを {account} に紐付ける' },
  unlink: { text: '紐付けを解除', label: '紐付けを解除：このメンバーと {account}' },
  linkSomeone: { text: 'メンバーを紐付ける…', label: 'メンバーを紐付ける…：アカウントを指定' },
  linkThem: { text: '紐付ける…', label: '紐付ける…：このメンバーのアカウントを指定' },
  see: { text: '紐付けをすべて見る', label: '紐付けをすべて見る：メンバーとアカウントの一覧' },
  overview: {
    none: 'アカウントに紐付けられたメンバーはまだいません。{link} で紐付けられます。',
    title: '<b>紐付け済み：メンバー {people, number}人、アカウント {accounts, number}件</b>',
    each: '{account}：{people}',
    more: '…ほか{left, number}件のアカウント。',
    unlinkWith: 'ほかの紐付けを解除するには、{unlink} と入力してください。',
  },
  faults: {
    missingWhoToLink: '誰を紐付けますか？{example} のように、メンバーをメンションしてください。',
    missingWhoToUnlink: '誰の紐付けを解除しますか？{example} のように、メンバーをメンションしてください。',
    notAPerson:
      '{word} はメンバーのメンションではありません。@ の後に表示される候補から、{example} のように選んでください。',
    missingAccount:
      '{person} をどのアカウントに紐付けますか？{example} のように、メンションの後に UserID を入力してください。',
    accountWanted:
      'メンバーに紐付けるのはアカウントです。{word} の代わりに、{example} のように UserID を入力してください。',
    listLinked:
      '{word} はリストです。メンバーに紐付けられるのは、1つのアカウントだけです。{example} のように入力してください。',
    surplusWord: '{word} は不要です。{example} のように入力してください。',
  },
});
