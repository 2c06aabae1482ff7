import { ConflictException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { VpcepServerError } from '@vpcep/client';
import { errorOf, inTurn, stubClient } from '@vpcep/client/testing';
import { PublisherService } from './publisher.service';

const id = '4189d3c2-8882-4871-a3c2-d380272eed83';
const backend = {
  port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
  vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
  server_type: 'VM' as const,
  ports: [{ client_port: 8080, server_port: 80 }],
};

const creating = {
  ...backend,
  id,
  service_name: `cn-north-4.${id}`,
  service_type: 'interface',
  status: 'creating' as const,
  approval_enabled: false,
  project_id: '6e9dfd51d1124e8d8498dce894923a0d',
  created_at: '2026-11-28T12:00:00Z',
};

describe('PublisherService', () => {
  it('returns the name once others can connect by it', async () => {
    const vpcep = stubClient({
      createEndpointService: creating,
      listServiceDetails: inTurn(creating, { ...creating, status: 'available' }),
    });
    await expect(new PublisherService(vpcep).publish(backend)).resolves.toBe(creating.service_name);
    expect(vpcep.callsOf('createEndpointService')).toEqual([{ body: backend }]);
    expect(vpcep.callsOf('listServiceDetails')).toHaveLength(2);
  });

  it('says what to do about a port that another service has', async () => {
    const vpcep = stubClient({ createEndpointService: errorOf('EndPoint.3044', { remedy: true }) });
    await expect(new PublisherService(vpcep).publish(backend)).rejects.toThrow(ConflictException);
  });

  it('leaves other errors as they are', async () => {
    const vpcep = stubClient({ createEndpointService: errorOf('EndPoint.0001') });
    await expect(new PublisherService(vpcep).publish(backend)).rejects.toThrow(VpcepServerError);
  });
});
