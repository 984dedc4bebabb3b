import { translate } from '../catalogue.ts';
import { digestPreview as original } from '../en/digest-preview.ts';

export const digestPreview = translate(original, {
  making: 'プレビューを作成しています…',
  sent: '投稿の冒頭です。全文は followstats との DM に送りました。',
  noAccounts:
    'リストが空なので、表示する内容がありません。リストにアカウントを追加するか、ここでアカウントを指定してください。',
  notMade: '今回はプレビューを作成できませんでした。',
  notTaken: '投稿の冒頭です。全文は Slack で送信できませんでした。1分ほどしてから、もう一度お試しください。',
  notAllowed: '投稿の冒頭です。全文は、followstats に DM を送る権限がないため送れません。管理者に相談してください。',
  notAllowedForAdmins: '投稿の冒頭です。全文は、Slack アプリに DM を送る権限がないため送れません。',
  faultyFields: '確認が必要な項目が{fields, number}件あります。',
  line: '<b>プレビュー</b>（あなただけに表示）：いま {place} に投稿すると、このようになります。',
  lineUnchanged:
    '<b>プレビュー</b>（あなただけに表示）：変化がないので、いまは {place} に投稿されません。変化があれば、このように投稿されます。',
});
