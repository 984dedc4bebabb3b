import { digestFaults as en } from '../en/digest-faults.ts';
import { translate } from '../catalogue.ts';

export const digestFaults = translate(en, {
  meantAction: '简报没有 {word} 这个命令。您要输入的是 {suggestion} 吗？',
  unknownAction: '简报没有 {word} 这个命令，可用的有 new、list、edit、run、pause、resume、delete、restore 和 log。',
  missingId: '是哪一份简报？请加上编号，例如 {example}。',
  surplusWord: '{word} 是多余的，请按此格式输入：{example}。',
});
