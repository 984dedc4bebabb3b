import { translate } from '../catalogue.ts';
import { commands as en } from '../en/commands.ts';

export const commands = translate(en, {
  tooLong: '命令太长，最多 {most} 个字符。请减少账号数量，或改为查询列表，例如 {example}。',
  unknownSubcommand: '没有 {word} 这个命令。您要输入的是 {suggestion} 吗？如果这是账号，请输入 {lookup}。',
  noSubcommand: '没有 {word} 这个命令。如果这是账号，请输入 {lookup}。',
  missingWho: '要查询哪些账号？例如 {example}。',
  noMentions: '这条消息没有提及任何成员，也不是由成员发送的。如需查询账号，可输入 {example}。',
  messageTooLarge: '这条消息太长，无法读取。如需查询账号，可输入 {example}。',
  typeToOpenForm: '此操作会打开表单，请直接输入命令。',
  runCorrected: { text: '执行此命令', label: '执行此命令：{command}' },
  lookUpWord: { text: '查询此账号', label: '查询此账号：{account}' },
  lookUp: { text: '查询账号…', label: '查询账号…：打开表单' },
});
