import type { Texts } from '../texts.js';

export const quotas: Texts['quotas'] = {
  intro: '本项目已有的资源数量及其上限。',
  used: (used, quota) => `已使用 ${used} 个，共 ${quota} 个`,
  left: (count) => `剩余 ${count} 个`,
  scarce: (count) => `即将用尽：剩余 ${count} 个`,
  full: '已无剩余：请删除不再需要的资源，或申请提高配额。',
  unreadable: '返回的值不是可以比较的数字。',
};
