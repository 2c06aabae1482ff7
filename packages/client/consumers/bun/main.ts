import * as client from '@vpcep/client';
import * as catalogue from '@vpcep/client/error-catalogue';
import { job } from '../job.ts';

console.log(await job(client, catalogue, Bun.argv[2] ?? ''));
