import * as client from '@vpcep/client';
import * as catalogue from '@vpcep/client/error-catalogue';
import { job } from '../job.ts';

export default {
  async fetch(request: Request): Promise<Response> {
    const mock = new URL(request.url).searchParams.get('mock') ?? '';
    return new Response(await job(client, catalogue, mock).catch(String));
  },
};
