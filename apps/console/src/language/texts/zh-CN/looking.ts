import type { looking as english } from '../en/looking.js';

/** What is said while services are asked one after another, in Chinese. */
export const looking: typeof english = {
  soFar: (looked, services) => `已查询 ${services} 个服务中的 ${looked} 个，其余的每分钟查询几个。`,
  unread: (count) => `另有 ${count} 个终端节点待审批，尚未列出。`,
  lookOn: '立即继续查询',
  noneSoFar: '暂未发现待审批的连接',
  nameOrId: '名称关键字或完整 ID',
  found: '找到的服务',
  more: (count) => `另有 ${count} 个，请输入更完整的名称。`,
};
