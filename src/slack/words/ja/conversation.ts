import { translate } from '../catalogue.ts';
import { conversation as original } from '../en/conversation.ts';

export const conversation = translate(original, {
  apology: 'followstats で問題が発生しました。お手数ですが、{admins} に参照番号 {reference} をお伝えください。',
  apologyOperators:
    'followstats で問題が発生しました。お手数ですが、followstats の運用担当者に参照番号 {reference} をお伝えください。',
  apologyAdmin: 'followstats で問題が発生しました。詳しくは、ログを参照番号 {reference} で検索してください。',
  tryAgain: 'followstats で問題が発生しました。もう一度お試しください。',
  otherCommand: '{command} は followstats のコマンドではありません。使い方は {help} で確認できます。',
  otherVersion: 'followstats のバージョンが変わったため、この操作はできません。コマンドをもう一度入力してください。',
  interrupted:
    '{time} のご依頼の処理中に followstats が停止したため、結果が失われた可能性があります。結果が届いていない場合は、もう一度お試しください。変更を伴う操作だった場合は、先に反映されているかどうかをご確認ください。',
  stillAsking: 'もう少し時間がかかります。結果は、操作してから{seconds, number}秒以内にこの下に表示されます。',
  stillAskingHere: 'もう少し時間がかかります。結果は、操作してから{seconds, number}秒以内にここに表示されます。',
});
