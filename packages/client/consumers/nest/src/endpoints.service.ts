import { Injectable } from '@nestjs/common';
import * as client from '@vpcep/client';
import * as catalogue from '@vpcep/client/error-catalogue';
import { endpointServiceStatusValues, type EndpointServiceStatus } from '@vpcep/types';
import { job } from '../../job';

@Injectable()
export class EndpointsService {
  readonly states: readonly EndpointServiceStatus[] = endpointServiceStatusValues;

  async report(): Promise<string> {
    return job(client, catalogue, process.argv[2]);
  }
}
