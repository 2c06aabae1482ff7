import type {
  ConnectionStatus,
  EndpointServiceStatus,
  Permission,
  PolicyStatement,
  ServerType,
  TcpProxy,
} from '@vpcep/types';
import type { components } from '../generated/filled.js';

/** A port mapping that says its protocol. */
export type PortMapping = components['schemas']['PortMapping'];

/** A tag that a resource has. */
export interface Tag {
  key: string;
  value: string;
}

/** Why a resource failed, as the API attaches it to one. */
export interface Failure {
  error_code: string;
  error_message: string;
}

/** What a resource is on its way to: due at a time, or after its details were read so often. */
export interface Pending<To extends string> {
  to: To | 'gone';
  /** When it is due, in milliseconds since 1970 in UTC. */
  at?: number;
  /** How often its details must still be read. */
  polls?: number;
  /** With what it fails. */
  error?: Failure[];
}

/** An endpoint service as the mock remembers it. */
export interface ServiceRecord {
  readonly id: string;
  readonly project_id: string;
  readonly created_at: string;
  readonly vpc_id: string;
  readonly server_type: ServerType;
  updated_at: string;
  /** The name that its owner gave it, empty when there is none. Region and ID are not part of it. */
  name: string;
  port_id: string;
  vip_port_id?: string;
  approval_enabled: boolean;
  ports: PortMapping[];
  tcp_proxy: TcpProxy;
  tags: Tag[];
  description: string;
  status: EndpointServiceStatus;
  error?: Failure[];
  /** Records of the whitelist, the oldest first. */
  permissions: Permission[];
  pending?: Pending<EndpointServiceStatus>;
}

/** An endpoint as the mock remembers it. */
export interface EndpointRecord {
  readonly id: string;
  readonly project_id: string;
  readonly created_at: string;
  readonly vpc_id: string;
  readonly subnet_id?: string;
  readonly endpoint_service_id: string;
  readonly service_type: 'interface' | 'gateway';
  readonly marker_id: number;
  /** Its private address; endpoints of gateway services have none. */
  readonly address?: string;
  readonly enable_dns: boolean;
  updated_at: string;
  /** Full name of the service, as it was when the service went; one that is there is asked for its name. */
  endpoint_service_name: string;
  status: ConnectionStatus;
  error?: Failure[];
  /** Whether it has ever been connected: from then on its address shows. */
  connected: boolean;
  tags: Tag[];
  description: string;
  whitelist: string[];
  enable_whitelist: boolean;
  routetables: string[];
  policy_statement: PolicyStatement[];
  /** What the owner of the service noted about the connection. */
  connection_description?: string;
  pending?: Pending<ConnectionStatus>;
}
