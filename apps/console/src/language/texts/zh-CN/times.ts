import type { times as english } from '../en/times.js';

/** What is said about times, in Chinese. */
export const times: typeof english = {
  zone: '列表和详情中的时间',
  zones: { local: '按您所在的时区', UTC: '按 UTC' },
};
