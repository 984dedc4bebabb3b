import { translate } from '../catalogue.ts';
import { who as original } from '../en/who.ts';

export const who = translate(original, {
  unclosedQuote: '{word} の引用符が閉じられていません。{example} のように入力してください。',
  textAfterQuote: '{word} の閉じる引用符の後にスペースがありません。{example} のように入力してください。',
  tooLong:
    '{word} は長すぎます。UserID は{most, number}文字までです。{example} のように、UserID の間をスペースで区切ってください。',
  oneTooLong: '{word} は長すぎます。UserID は{most, number}文字までです。{example} のように入力してください。',
  notPrintableAscii:
    '{word} は UserID として使えません。使えるのは半角の英数字と記号だけです。{example} のように入力してください。',
  emptyQuotes: '引用符の中が空です。{example} のように入力してください。',
  notAnAccount: '{word} はアカウントでもメンバーでもありません。{example} のように入力してください。',
  badListName:
    '{word} はリスト名に使えません。半角英数字、-、_ を使って40文字以内、先頭は英数字にしてください。例：{example}',
  tooMany:
    'アカウントが{count, number}件あります。1回のコマンドで指定できるのは{max, number}件までで、{word} 以降が超過分です。{example} のように、数を減らしてください。',
  tooManyGroups:
    'ユーザーグループが{count, number}件あります。1回のコマンドで指定できるのは{max, number}件までです。{example} のように、数を減らしてください。',
  tooManyResolved:
    'アカウントが{count, number}件あります。1回のコマンドで指定できるのは{max, number}件までで、{by} を加えたところで超えました。{example} のように、数を減らしてください。',
  unknownList: '{list} というリストはありません。すべてのリストは {show} で確認できます。',
  unknownListMeant:
    '{list} というリストはありません。{suggestion} のことですか？すべてのリストは {show} で確認できます。',
  linked: {
    each: '{person} のアカウントは {account} です。',
    more: 'ほか{more, number}人にもアカウントがあります。',
  },
  unlinked: {
    one: '{person} はまだアカウントに紐付けられていません。',
    several: '{people} はまだアカウントに紐付けられていません。',
    morePeople: 'ほか{people, number}人',
    askAdmins: '{admins} に紐付けを依頼してください。',
    askOperators: 'followstats の運用担当者に紐付けを依頼してください。',
    linkOne: '{command} で紐付けられます。',
    linkMany: '1人ずつ {command} で紐付けられます。',
    buttonOne: { text: '紐付ける…', label: '紐付ける…：このメンバーのアカウントを指定' },
    buttonMany: { text: 'メンバーを紐付ける…', label: 'メンバーを紐付ける…：アカウントを指定' },
  },
  badLink: {
    maybe: '紐付けが間違っている可能性があります。',
    askAdmins: '{admins} に紐付けの確認を依頼してください。',
    askOperators: 'followstats の運用担当者に紐付けの確認を依頼してください。',
  },
  badList: {
    askAdmins: '{admins} にリストの確認を依頼してください。',
    askOperators: 'followstats の運用担当者にリストの確認を依頼してください。',
  },
  emptyList: {
    isEmpty: '{list} は空です。',
    askAdmins: '{admins} にアカウントの追加を依頼してください。',
    askOperators: 'followstats の運用担当者にアカウントの追加を依頼してください。',
    add: '{command} でアカウントを追加できます。',
  },
  group: {
    unlinked: '{group} には、アカウントに紐付けられたメンバーがまだいません。',
    noMembers: '{group} にはメンバーがいません。',
    unread: '{group} のメンバーを Slack に確認できません。',
    missingScope:
      'Slack アプリに {scope} スコープが必要です。OAuth & Permissions で追加し、アプリを再インストールしてください。',
    tell: '{admins} に連絡してください。',
    tellOperators: 'followstats の運用担当者に連絡してください。',
    notFound: '{group} というユーザーグループは Slack にありません。',
    noAnswer: '{group} のメンバーを Slack に確認できませんでした。1分ほどしてから、もう一度お試しください。',
  },
  notInChat: {
    one: '{account} は、いまのところ Chat にありません。',
    several: '{accounts} は、いまのところ Chat にありません。',
  },
  useMeant: { text: '{account} に変更', label: '{account} に変更（{typo} の代わり）' },
});
