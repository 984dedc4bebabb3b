import { translate } from '../catalogue.ts';
import { digestFaults as en } from '../en/digest-faults.ts';

export const digestFaults = translate(en, {
  meantAction: '简报命令中没有 {word}。您要输入的是 {suggestion} 吗？',
  unknownAction: '简报命令中没有 {word}，可用的有 new、list、edit、run、pause、resume、delete、restore 和 log。',
  missingId: '哪一份简报？请加上编号，例如 {example}。',
  surplusWord: '{word} 是多余的，正确写法如 {example}。',
});
