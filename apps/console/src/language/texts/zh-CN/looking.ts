import type { looking as english } from '../en/looking.js';

/** What is said while services are asked one after another, in Chinese. */
export const looking: typeof english = {
  soFar: (looked, services) => `已查询 ${services} 个服务中的 ${looked} 个，其余的每分钟查询几个。`,
  lookOn: '立即继续查询',
  noneSoFar: '暂未发现待审批的连接',
};
