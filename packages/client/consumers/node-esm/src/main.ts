import * as client from '@vpcep/client';
import * as catalogue from '@vpcep/client/error-catalogue';
import { job } from '../../job.js';

console.log(await job(client, catalogue, process.argv[2] ?? ''));
