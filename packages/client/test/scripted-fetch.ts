import { vi } from 'vitest';
import { createVpcepClient, type Fetch, type VpcepClientOptions } from '../src/index.js';

export const token = 'planted-secret-of-this-test';
export const id = '4189d3c2-8882-4871-a3c2-d380272eed83';
export const path = { vpc_endpoint_service_id: id };
export const body = {
  port_id: id,
  vpc_id: id,
  server_type: 'VM' as const,
  ports: [{ client_port: 8080, server_port: 80 }],
};

/** Answers in order; the last one again and again. An Error is thrown, a function is called. */
export type Script = (Response | Error | (() => Response | Promise<Response>))[];

/** A client whose fetch follows a script, with what it sent, and when. */
export function scripted(script: Script, options: Partial<VpcepClientOptions> = {}) {
  const times: number[] = [];
  const sent: { url: string; headers: Headers; body: unknown }[] = [];
  const start = Date.now();
  const fetch: Fetch = async (url, init) => {
    times.push(Date.now() - start);
    sent.push({ url, headers: new Headers(init.headers), body: init.body });
    const step = script[Math.min(times.length, script.length) - 1];
    if (step instanceof Error) throw step;
    if (step instanceof Response) return step.clone();
    if (step === undefined) throw new Error('the script is empty');
    return step();
  };
  const client = createVpcepClient({
    baseUrl: 'https://vpcep.example',
    projectId: 'p',
    credentials: { token },
    fetch,
    ...options,
  });
  return { client, times, sent };
}

export const ok = () => Response.json({ id });
export const errorResponse = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ error_code: code, error_msg: 'no' }, { status, headers });
export const refused = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
export const broken = () =>
  new TypeError('terminated', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
/** Does not answer, and does not listen to its signal either. */
export const silent = () => new Promise<Response>(() => undefined);

/** Lets all timers run, and tells how the call ended. */
export async function outcomeOf<T>(call: PromiseLike<T>): Promise<T | Error> {
  const outcome = Promise.resolve(call).catch((error: unknown) => {
    if (error instanceof Error) return error;
    throw new TypeError('what was thrown is no error', { cause: error });
  });
  await vi.runAllTimersAsync();
  return outcome;
}
