import { translate } from '../catalogue.ts';
import { asks as original } from '../en/asks.ts';

export const asks = translate(original, {
  titles: {
    lookup: 'アカウントを調べる',
    link: 'メンバーを紐付ける',
    'link-person': 'メンバーを紐付ける',
    'list-create': '新しいリスト',
    'list-add': 'アカウントを追加',
    'list-remove': 'アカウントを外す',
    'list-fill': '新しいリスト',
  },
  submit: {
    lookup: '調べる',
    link: '紐付ける',
    'link-person': '紐付ける',
    'list-create': '作成',
    'list-add': '追加',
    'list-remove': '外す',
    'list-fill': '作成',
  },
  cancel: 'キャンセル',
  close: '閉じる',
  about: {
    person: '{person} のアカウントを指定してください。',
    list: '{list} に入れるアカウントを指定してください。',
    listToShorten: '{list} からどのアカウントを外しますか？',
  },
  fields: {
    accounts: 'アカウント',
    accountsHint:
      'UserID をスペースか改行で区切って入力します。list:NAME と入力すると、そのリストのアカウントをすべて指定できます。',
    account: 'UserID',
    accountHint: 'Chat での表記どおりに入力してください。',
    person: 'メンバー',
    name: '名前',
    nameHint: '半角英数字、-、_ を使って、40文字以内で入力してください。',
  },
  working: '処理しています…',
  notOpened: 'フォームを開けませんでした。もう一度押してください。',
  faults: {
    unclosedQuote: '引用符を閉じてください：{word}',
    textAfterQuote: '閉じる引用符の後にスペースを入れてください：{word}',
    tooLong: '{word} は長すぎます。UserID は{most, number}文字までです。',
    notPrintableAscii: '{word} は UserID として使えません。使えるのは半角の英数字と記号だけです。',
    emptyQuotes: '引用符の中が空です。',
    badListName: '{word} はリスト名に使えません。半角英数字、-、_ を使って40文字以内で入力してください。',
    tooMany: 'アカウントが{count, number}件あります。上限は{max, number}件で、{word} 以降が超過分です。',
    tooManyResolved: 'アカウントが{count, number}件あります。上限は{max, number}件です。',
    unknownList: '{list} というリストはありません。',
    unknownListMeant: '{list} というリストはありません。{suggestion} のことですか？',
    listLinked: '{word} はリストです。メンバーに紐付けられるのは、1つのアカウントだけです。',
    nobody: 'UserID を少なくとも1つ入力してください。',
    oneAccount: 'UserID を1つだけ入力してください。',
    exists: '{list} はすでにあります。',
    tooManyLists: 'リストはすでに上限の{max, number}件あります。',
    tooManyAccounts: '{list} のアカウントが{size, number}件になり、上限の{max, number}件を超えます。',
    other: '読み取れませんでした。入力内容を確認してください。',
    otherVersion: 'followstats がアップデートされました。このフォームを閉じて、もう一度開いてください。',
    broken:
      'followstats で問題が発生しました。お手数ですが、followstats の運用担当者に参照番号をお伝えください：{reference}',
  },
});
