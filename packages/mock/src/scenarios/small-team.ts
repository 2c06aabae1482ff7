import { timestamp } from '../clock.js';
import { idOf } from '../ids.js';
import { openPolicies } from '../generated/open-policies.js';
import { failures } from '../store/records.js';
import type { MockState } from '../store/state.js';
import { endpoint, projects, service } from './parts.js';

/** Whatever the examples of requests in the document are about is here, under the same ID. */
export function smallTeam(now: number): MockState {
  const created = timestamp(now - 72 * 3_600_000);
  const orders = service(now, 72, 'orders', {
    id: '4189d3c2-8882-4871-a3c2-d380272eed83',
    tags: [{ key: 'environment', value: 'production' }],
    description: 'Order service of the web shop',
    permissions: [
      { id: 'f2659906-c622-480a-83e9-ef42bdb67b90', permission: '*', description: '' },
      { id: 'ab42a58b-6f8e-43b3-9400-aaf0e393ee0d', permission: `iam:domain::${projects.consumer}`, description: '' },
      {
        id: '849046d9-7342-44ba-b2d2-367d8de6311b',
        permission: 'iam:domain::5fc973eea581490997e82ea11a1d0101',
        description: '',
      },
    ].map((record) => ({ ...record, created_at: created })),
  });
  const search = service(now, 48, 'search', {
    approval_enabled: false,
    tags: [{ key: 'environment', value: 'test' }],
    server_type: 'VM',
  });
  const reports = service(now, 24, 'reports', { id: '9d4c1028-1336-4556-9881-b5d807c1b8a8' });
  const mail = service(now, 5, 'mail', {
    status: 'failed',
    error: failures('EndPoint.3001'),
  });
  const partners = service(now, 60, 'warehouse', {
    id: '5133655d-0e28-4090-b669-13f87b355c78',
    project_id: projects.consumer,
    approval_enabled: false,
    enable_policy: true,
  });
  return {
    services: [orders, partners, search, reports, mail],
    endpoints: [
      endpoint(now, 50, 1, partners, {
        id: '03184a04-95d5-4555-86c4-e767a371ff99',
        project_id: projects.owner,
        enable_dns: true,
        policy_document: openPolicies.policy_document,
        tags: [{ key: 'environment', value: 'production' }],
      }),
      endpoint(now, 40, 2, orders, {
        id: '0df78897-35b0-4a93-ad17-0bc0585f546b',
        connection_description: 'Web shop of the northern branch',
      }),
      endpoint(now, 30, 3, search),
      endpoint(now, 20, 4, orders, { status: 'rejected' }),
      {
        id: '938c8167-631e-40a4-99f9-493753fbd16b',
        project_id: projects.owner,
        vpc_id: idOf('scenario vpc', 'owner'),
        endpoint_service_id: idOf('public service', 'cn-north-4', 'obs'),
        endpoint_service_name: 'com.myhuaweicloud.cn-north-4.obs',
        service_type: 'gateway',
        marker_id: 20_000_005,
        status: 'accepted',
        created_at: timestamp(now - 10 * 3_600_000),
        routetables: ['99477d3b-87f6-49d2-8f3b-2ffc72731a38'],
        policy_statement: openPolicies.policy_statement,
      },
      endpoint(now, 2, 6, orders, { id: 'adb7b229-bb11-4072-bcc0-3327cd784263', status: 'pendingAcceptance' }),
    ],
  };
}
