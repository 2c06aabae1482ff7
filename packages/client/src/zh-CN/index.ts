import type { Connection, Endpoint, EndpointService, paths } from '@vpcep/types/zh-CN';
import type { Client } from 'openapi-fetch';
import type { VpcepClientChanges } from '../client-options.js';
import type { OperationMethods, PagedItems } from '../generated/zh-CN/operation-methods.js';
import type { PagedOperationId, Paginated, PaginateRest } from '../paginate.js';
import type { ConnectionWaitOptions, WaitOptions, WaitTimes } from '../waiters/wait-options.js';

export type * from '../generated/zh-CN/operation-methods.js';

/** 客户端：每个接口对应一个方法，另有等待、分页，以及底层的 `http`。由 `createVpcepClient` 创建，与英文类型可以互换。 */
export interface VpcepClient extends OperationMethods {
  /** openapi-fetch 客户端，返回 `{ data, error, response }`。请求会自动认证，但不重试，也没有超时。 */
  readonly http: Client<paths>;
  /** 各等待方法默认的等待时间。 */
  readonly waiting: WaitTimes | undefined;
  /** 更改部分选项后的客户端，其余选项不变。 */
  withOptions(changes: VpcepClientChanges): VpcepClient;
  /** 逐项或逐页读取列表。 */
  paginate<Id extends PagedOperationId>(operationId: Id, ...rest: PaginateRest<Id>): Paginated<PagedItems[Id]>;
  /** 等待终端节点服务可用。 */
  waitForEndpointService(id: string, options?: WaitOptions<EndpointService>): Promise<EndpointService>;
  /** 等待终端节点服务删除完成。 */
  waitForEndpointServiceGone(id: string, options?: WaitOptions<EndpointService>): Promise<void>;
  /** 等待终端节点连接成功。 */
  waitForEndpoint(id: string, options?: ConnectionWaitOptions<Endpoint>): Promise<Endpoint>;
  /** 等待终端节点删除完成。 */
  waitForEndpointGone(id: string, options?: WaitOptions<Endpoint>): Promise<void>;
  /** 由终端节点服务的所有者等待某个连接。 */
  waitForConnection(
    serviceId: string,
    endpointId: string,
    options?: ConnectionWaitOptions<Connection>,
  ): Promise<Connection>;
}
