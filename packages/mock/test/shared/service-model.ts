import { type Contradiction, contradictionIn, type Operation, type SequentialModel } from './linearizable.js';

/** A call about the services of a project, or the quotas of all. A service has a number, which is never used again. */
export type ServiceCall =
  | { readonly do: 'create'; readonly project: string; readonly number: number; readonly description: string }
  | { readonly do: 'describe'; readonly project: string; readonly number: number; readonly description: string }
  | { readonly do: 'rename'; readonly project: string; readonly number: number; readonly name: string }
  | { readonly do: 'delete'; readonly project: string; readonly number: number }
  | { readonly do: 'show'; readonly project: string; readonly number: number }
  | { readonly do: 'list'; readonly project: string }
  | { readonly do: 'set quota'; readonly quota: number }
  | { readonly do: 'show quota' };

/** What a service shows of itself. */
export interface ShownService {
  readonly number: number;
  readonly name: string;
  readonly description: string;
}

/** What was done or shown, or that there is no such service. */
export type ServiceAnswer = 'done' | 'missing' | number | ShownService | readonly ShownService[];

export type ServiceOperation = Operation<ServiceCall, ServiceAnswer>;

interface State {
  readonly quota: number;
  /** In the order of their numbers. */
  readonly services: readonly ShownService[];
}

/** The quota of services before one is set. */
export const firstQuota = 100;

/** What a mock does with such calls, one after the other. */
export const serviceModel: SequentialModel<State, ServiceCall, ServiceAnswer> = {
  initial: { quota: firstQuota, services: [] },
  apply: (state, call) => {
    if (call.do === 'show quota') return [state, state.quota];
    if (call.do === 'set quota') return [{ ...state, quota: call.quota }, 'done'];
    const { services } = state;
    if (call.do === 'list') return [state, services];
    const withService = (service: ShownService | undefined): State => {
      const others = services.filter(({ number }) => number !== call.number);
      const all = service === undefined ? others : [...others, service];
      return { ...state, services: all.sort((a, b) => a.number - b.number) };
    };
    if (call.do === 'create') {
      const { number, description } = call;
      return [withService({ number, name: nameOf(number), description }), 'done'];
    }
    const service = services.find(({ number }) => number === call.number);
    if (service === undefined) return [state, 'missing'];
    if (call.do === 'show') return [state, service];
    if (call.do === 'delete') return [withService(undefined), 'done'];
    const { name = service.name, description = service.description }: Partial<ShownService> = call;
    return [withService({ ...service, name, description }), 'done'];
  },
  equal: (expected, actual) => JSON.stringify(expected) === JSON.stringify(actual),
  isRead: isReadCall,
  keyOf: (call) => ('project' in call ? call.project : 'quota'),
};

/** Whether a call changes nothing. */
export function isReadCall(call: ServiceCall): boolean {
  return call.do === 'show' || call.do === 'list' || call.do === 'show quota';
}

/** What a service is called when it is created. */
export function nameOf(number: number): string {
  return `service${number}`;
}

/** Throws unless the calls of a history could have been made one after the other. */
export function checkHistory(history: readonly ServiceOperation[]): void {
  const found = contradictionIn(serviceModel, history);
  if (found !== undefined) throw new Error(described(found));
}

const line = ({ call, invoked, returned }: ServiceOperation) => {
  const [end, answer] = returned === undefined ? ['?', '?'] : [returned.at.toFixed(1), JSON.stringify(returned.answer)];
  return `  ${invoked.toFixed(1)} to ${end}: ${JSON.stringify(call)} => ${answer}`;
};

function described({ key, order, state, next }: Contradiction<State, ServiceCall, ServiceAnswer>): string {
  return [
    `No order explains all that was answered about ${key}. The longest one ends with`,
    ...order.slice(-20).map(line),
    `after which there is ${JSON.stringify(state)}, and the next would have been one of`,
    ...next.map(line),
  ].join('\n');
}
