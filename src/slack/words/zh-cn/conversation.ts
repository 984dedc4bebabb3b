import { translate } from '../catalogue.ts';
import { conversation as en } from '../en/conversation.ts';

export const conversation = translate(en, {
  apology: 'followstats 出错了。请将参考编号 {reference} 告知 {admins}。',
  apologyOperators: 'followstats 出错了。请将参考编号 {reference} 告知 followstats 的维护人员。',
  apologyAdmin: 'followstats 出错了。可用参考编号 {reference} 在日志中查看详情。',
  tryAgain: 'followstats 出错了，请重试。',
  otherCommand: '{command} 不是 followstats 的命令。请输入 {help}。',
  otherVersion: '此操作来自其他版本的 followstats，请重新输入命令。',
  interrupted:
    '处理您 {time} 的请求时 followstats 中断了，结果可能已丢失。如果没有收到结果，请重新提交请求；如果是更改操作，请先确认更改是否已生效。',
  stillAsking: '还需要一点时间。从您发出请求算起，最多 {seconds, number} 秒，结果就会显示在下方。',
  stillAskingHere: '还需要一点时间。从您发出请求算起，最多 {seconds, number} 秒，结果就会显示在这里。',
});
