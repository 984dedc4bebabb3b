import { translate } from '../catalogue.ts';
import { digestFaults as en } from '../en/digest-faults.ts';

export const digestFaults = translate(en, {
  meantAction: '{word} 不是简报命令。您要输入的是 {suggestion} 吗？',
  unknownAction: '{word} 不是简报命令，可用的有 new、list、edit、run、pause、resume、delete、restore 和 log。',
  missingId: '请加上简报编号，例如 {example}。',
  surplusWord: '{word} 是多余的，正确写法如 {example}。',
});
