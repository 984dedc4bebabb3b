import { translate } from '../catalogue.ts';
import { digestFaults as original } from '../en/digest-faults.ts';

export const digestFaults = translate(original, {
  meantAction: 'ダイジェストに {word} という操作はありません。{suggestion} のことですか？',
  unknownAction:
    'ダイジェストに {word} という操作はありません。使えるのは new、list、edit、run、pause、resume、delete、restore、log です。',
  missingId: 'どのダイジェストですか？番号を付けて、{example} のように入力してください。',
  surplusWord: '{word} は不要です。{example} のように入力してください。',
});
