import { translate } from '../catalogue.ts';
import { conversation as original } from '../en/conversation.ts';

export const conversation = translate(original, {
  apology: 'followstats で問題が発生しました。{admins} に、参照番号 {reference} を伝えてください。',
  apologyOperators:
    'followstats で問題が発生しました。followstats の運用担当者に、参照番号 {reference} を伝えてください。',
  apologyAdmin: 'followstats で問題が発生しました。詳しくは、ログを参照番号 {reference} で検索してください。',
  tryAgain: 'followstats で問題が発生しました。もう一度お試しください。',
  otherCommand: '{command} は followstats のコマンドではありません。{help} と入力してください。',
  otherVersion: 'これは別のバージョンの followstats のものです。コマンドをもう一度入力してください。',
  stillAsking: 'Tencent Chat に問い合わせ中です。{seconds, number}秒以内に、この下に回答が表示されます。',
  stillAskingHere: 'Tencent Chat に問い合わせ中です。{seconds, number}秒以内に、ここに回答が表示されます。',
});
