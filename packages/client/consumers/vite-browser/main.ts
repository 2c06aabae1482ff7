import * as client from '@vpcep/client';
import * as catalogue from '@vpcep/client/error-catalogue';
import { job } from '../job.ts';

const mock = new URLSearchParams(location.search).get('mock') ?? '';
document.body.textContent = await job(client, catalogue, mock).catch(String);
document.title = 'done';
