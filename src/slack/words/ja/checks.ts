import { translate } from '../catalogue.ts';
import { checks as original } from '../en/checks.ts';

export const checks = translate(original, {
  row: {
    mutual: '{account} と {other} は相互フォローです。',
    follows: '{account} は {other} をフォローしていますが、フォローされていません。',
    isFollowed: '{other} は {account} をフォローしていますが、フォローされていません。',
    none: '{account} と {other} は、どちらもフォローしていません。',
  },
  summary:
    '{account} は{all, number}件のうち{follows, number}件をフォローし、{followers, number}件にフォローされています。相互フォローは{mutual, number}件です。',
  itself: '{account} は自分自身をフォローできないため、除外しました。',
  itselfAlone: '{account} は自分自身をフォローできません。{example} のように、ほかのアカウントを指定してください。',
  columns: {
    other: 'アカウント',
    relation: 'フォロー関係',
    follows: 'フォローしている',
    followers: 'フォローされている',
  },
  cells: {
    mutual: '相互フォロー',
    follows: '{account} だけがフォロー',
    isFollowed: '{account} をフォロー（一方）',
    none: 'どちらもフォローなし',
  },
  caption: '{account} とほかのアカウント{all, number}件',
  csv: {
    title: 'フォロー関係：{account} とほかのアカウント{all, number}件',
    checked: '確認したアカウント',
    other: '相手のアカウント',
    follows: '相手をフォロー',
    followers: '相手からフォロー',
    yes: 'はい',
    no: 'いいえ',
    get: { text: 'CSV', label: 'CSV：この結果をファイルで DM に受け取る' },
  },
  short: {
    title: '各アカウントとのフォロー関係：',
    mutual: '{other}：相互',
    follows: '{other}：フォローされている',
    isFollowed: '{other}：フォローしている',
    none: '{other}：なし',
  },
  shared: '{person} が共有 · {at}時点',
  refresh: { text: '更新', label: '更新：もう一度確認' },
  share: { text: '共有', label: '共有：このチャンネルの全員に表示' },
  missingAccount:
    'どのアカウントを、どの相手と確認しますか？{example} のように、アカウントの後に相手を指定してください。',
  missingOthers: 'どの相手と確認しますか？{example} のように、アカウントの後に相手を指定してください。',
});
