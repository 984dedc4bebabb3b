import { translate } from '../catalogue.ts';
import { digestPreview as en } from '../en/digest-preview.ts';

export const digestPreview = translate(en, {
  making: '正在生成预览…',
  begins: '简报开头如下。',
  beginsUnchanged: '目前没有变化，因此不会发布。有变化时，简报开头如下。',
  beginsSignOfLife: '一周没有变化，如果现在发布，只会发一行说明。有变化时，简报开头如下。',
  sent: '全文已由 followstats 私信给您。',
  noAccounts: '列表中没有账号，因此无法预览。请向列表添加账号，或在此填写账号。',
  notMade: '这次未能生成预览。',
  notTaken: '全文未能私信给您，请稍后重试。',
  notAllowed: 'Slack 不允许 followstats 将全文私信给您。',
  faultyFields: '有 {fields, number} 个字段需要检查。',
  line: '<b>预览</b>，仅您可见。如果现在发布，以下内容会发到{place}。',
  lineUnchanged: '<b>预览</b>，仅您可见。目前没有变化，不会发到{place}；如果有变化，发布的内容如下。',
  lineSignOfLife:
    '<b>预览</b>，仅您可见。一周没有变化，如果现在发布，只会向{place}发一行说明；如果有变化，发布的内容如下。',
});
