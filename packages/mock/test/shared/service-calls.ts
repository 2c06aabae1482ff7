import { apiBy, type Reply, serviceBody } from '../api.js';
import { nameOf, type ServiceAnswer, type ServiceCall, type ShownService } from './service-model.js';

/** What became of a call. */
export type Outcome =
  | {
      readonly is: 'answered';
      readonly answer: ServiceAnswer;
      /** How old what it shows is, in seconds; undefined when it is not old. */
      readonly age: number | undefined;
    }
  /** It was not taken: it has no effect. */
  | { readonly is: 'refused' }
  /** The answer was lost, or says that the call may still take effect. */
  | { readonly is: 'unknown' };

/** The IDs of services by their numbers, as they become known. */
export type KnownIds = Map<number, string>;

/** Longer than any mock waits for Redis. */
const patience = 30_000;

interface Shown {
  readonly id: string;
  readonly port_id: string;
  readonly service_name: string;
  readonly description?: string;
}

/** No answer came, of which this is the reason. */
class LostError extends Error {}

/** Makes a call to the mock at a URL. */
export async function makeCall(url: string, call: ServiceCall, ids: KnownIds): Promise<Outcome> {
  const told: { age?: number } = {};
  const send: Send = async (method, target, headers, text) => {
    const response = await answerTo(url + target, { method, headers, ...(text === undefined ? {} : { body: text }) });
    const age = response.headers.get('Age');
    if (age !== null) told.age = Number(age);
    return response;
  };
  try {
    const reply = await (call.do === 'set quota' || call.do === 'show quota'
      ? sendQuota(call, send)
      : sendService(call, ids, send));
    if (reply.status === 503) return { is: mayStillTakeEffect(reply) ? 'unknown' : 'refused' };
    return { is: 'answered', answer: answerOf(call, reply, ids), age: told.age };
  } catch (error) {
    if (!(error instanceof LostError)) throw error;
    const { cause } = error;
    // Where nobody listened, nobody has heard it.
    const isUnheard = cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
    return { is: isUnheard ? 'refused' : 'unknown' };
  }
}

async function answerTo(url: string, init: RequestInit): Promise<Reply & { headers: Headers }> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patience) });
    const text = await response.text();
    const { status, headers } = response;
    return { status, headers, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  } catch (error) {
    // So fetch() says that a connection broke off. Who does not answer in time is not let off.
    if (error instanceof TypeError) throw new LostError(error.message, { cause: error.cause });
    throw error;
  }
}

type Send = (method: string, target: string, headers: Record<string, string>, text?: string) => Promise<Reply>;

type QuotaCall = Extract<ServiceCall, { do: 'set quota' | 'show quota' }>;

function sendQuota(call: QuotaCall, send: Send): Promise<Reply> {
  if (call.do === 'show quota') return send('GET', '/_mock/quotas', {});
  const json = { 'Content-Type': 'application/json' };
  return send('POST', '/_mock/quotas', json, JSON.stringify({ endpoint_service: call.quota }));
}

function sendService(call: Exclude<ServiceCall, QuotaCall>, ids: KnownIds, send: Send): Promise<Reply> {
  const api = apiBy(call.project, ({ method, target, headers, text }) => send(method, target, headers, text));
  if (call.do === 'list') return api.send('listEndpointService', { query: { limit: 500 } });
  if (call.do === 'create') {
    const { number, description } = call;
    return api.send('createEndpointService', {
      body: serviceBody(number, { service_name: nameOf(number), description }),
    });
  }
  const service = ids.get(call.number);
  if (service === undefined) throw new Error(`the ID of service ${call.number} is not known`);
  if (call.do === 'show' || call.do === 'delete') {
    return api.send(call.do === 'show' ? 'listServiceDetails' : 'deleteEndpointService', { service });
  }
  const [id, body] =
    call.do === 'rename'
      ? (['updateEndpointServiceName', { endpoint_service_name: call.name }] as const)
      : (['updateEndpointService', { description: call.description }] as const);
  return api.send(id, { service, body });
}

function mayStillTakeEffect({ body }: Reply): boolean {
  return JSON.stringify(body).includes('may still');
}

/** What a call was answered, for the model; and the IDs that the answer shows are known from now on. */
function answerOf(call: ServiceCall, { status, body }: Reply, ids: KnownIds): ServiceAnswer {
  if (status === 404 && (body as { error_code?: string }).error_code === 'EndPoint.0005') return 'missing';
  if (status >= 300) throw new Error(`${JSON.stringify(call)} was answered with ${status}: ${JSON.stringify(body)}`);
  if (call.do === 'show quota') return (body as { endpoint_service: number }).endpoint_service;
  if (call.do === 'list') {
    const { endpoint_services: shown, total_count: total } = body as {
      endpoint_services: Shown[];
      total_count: number;
    };
    if (shown.length !== total) throw new Error(`a list has ${shown.length} services, and says ${total}`);
    return shown.map((service) => serviceOf(service, ids)).sort((a, b) => a.number - b.number);
  }
  if (call.do !== 'show' && call.do !== 'create') return 'done';
  const shown = serviceOf(body as Shown, ids);
  return call.do === 'show' ? shown : 'done';
}

function serviceOf({ id, port_id: port, service_name: name, description = '' }: Shown, ids: KnownIds): ShownService {
  const number = Number(port.slice(-12));
  const known = ids.get(number) ?? id;
  if (known !== id) throw new Error(`service ${number} has the ID ${known}, and ${id} too`);
  ids.set(number, id);
  return { number, name: name.split('.')[1] ?? '', description };
}
