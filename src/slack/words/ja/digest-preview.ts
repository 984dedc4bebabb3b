import { translate } from '../catalogue.ts';
import { digestPreview as original } from '../en/digest-preview.ts';

export const digestPreview = translate(original, {
  making: 'プレビューを作成しています…',
  begins: '投稿の冒頭です。',
  beginsUnchanged: '変化がないので、いまは投稿されません。変化があれば、このような書き出しになります。',
  beginsSignOfLife:
    '1週間変化がないので、いまは変化がないことだけを1行で投稿します。変化があれば、このような書き出しになります。',
  sent: '全文は followstats との DM に送りました。',
  noAccounts:
    'リストが空なので、表示する内容がありません。リストにアカウントを追加するか、ここでアカウントを指定してください。',
  notMade: '今回はプレビューを作成できませんでした。',
  notTaken: '全文を DM に送れませんでした。1分ほどしてから、もう一度お試しください。',
  notAllowed: 'Slack で許可されていないため、全文を DM に送れませんでした。',
  faultyFields: '確認が必要な項目が{fields, number}件あります。',
  line: '<b>プレビュー</b>（あなただけに表示）：いま {place} に投稿すると、このようになります。',
  lineUnchanged:
    '<b>プレビュー</b>（あなただけに表示）：変化がないので、いまは {place} に投稿されません。変化があれば、このように投稿されます。',
  lineSignOfLife:
    '<b>プレビュー</b>（あなただけに表示）：1週間変化がないので、いま {place} に投稿されるのは、変化がないことを伝える1行だけです。変化があれば、このように投稿されます。',
});
