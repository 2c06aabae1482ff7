import { ConflictException, Inject, Injectable } from '@nestjs/common';
import { isVpcepError, type OperationArguments, type VpcepClient } from '@vpcep/client';
import { VPCEP } from './vpcep.module';

type Backend = OperationArguments<'createEndpointService'>['body'];

/** Publishes backends as endpoint services. */
@Injectable()
export class PublisherService {
  constructor(@Inject(VPCEP) private readonly vpcep: VpcepClient) {}

  /**
   * Publishes a backend, and returns the name by which others connect to it.
   *
   * @throws ConflictException when another service has its port already.
   */
  async publish(backend: Backend): Promise<string> {
    try {
      const { id } = await this.vpcep.createEndpointService({ body: backend });
      const { service_name } = await this.vpcep.waitForEndpointService(id);
      return service_name;
    } catch (error) {
      if (isVpcepError(error, 'VpcepHttpError') && error.code === 'EndPoint.3044') {
        throw new ConflictException(error.reason, { cause: error, description: error.remedy?.en });
      }
      throw error;
    }
  }
}
