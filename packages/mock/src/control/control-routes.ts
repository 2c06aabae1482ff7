import { type Answer, errorAnswer } from '../answer.js';
import type { Duration } from '../duration.js';
import type { Fault } from '../faults/fault.js';
import { filterOfQuery, type RequestFilter } from '../journal/request-filter.js';
import { RequestWaitError } from '../journal/request-wait-error.js';
import { readBody } from '../request/json-body.js';
import { methodOfAnswer, withHead } from '../request/method.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { isDecodable, queryValues, type Target } from '../request/target.js';
import type { MockState } from '../store/state.js';
import type { Quotas } from '../store/store.js';
import type { Snapshot } from '../snapshots/snapshots.js';
import type { Transitions } from '../transition.js';
import { shownText } from '../shown/shown-value.js';
import { ofState, satisfying } from '../values/schema-words.js';
import { ControlError } from '../values/control-error.js';
import { MissingError } from '../values/missing-error.js';
import { createCheck } from '../values/value-check.js';
import type { Control } from './control.js';

/** Answers a request to a path under `/_mock/`. */
export type ControlRoutes = (request: ReceivedRequest, target: Target) => Promise<Answer>;

/** The largest body: a state of some 200,000 resources, whose mock needs all the memory that Node gives it by itself. */
const bodyLimit = 256 * 1024 * 1024;

const checkClock = createCheck<{ advance?: number | `${number}s`; transitions?: Partial<Transitions> }>({
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: { advance: satisfying('duration'), transitions: ofState('MockState/properties/transitions') },
});
const checkSnapshots = createCheck<{ save?: string; restore?: string }>({
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
  properties: { save: { type: 'string' }, restore: { type: 'string' } },
});
const checkScenario = createCheck<{ scenario: 'empty' }>({
  type: 'object',
  additionalProperties: false,
  required: ['scenario'],
  properties: { scenario: { type: 'string' } },
});

/** Takes back what was shown, in which the counts say nothing of what is set. */
const checkFaultList = createCheck<{ faults: unknown[] }>({
  type: 'object',
  additionalProperties: false,
  required: ['faults'],
  properties: { faults: { type: 'array' }, counts: { type: 'array' } },
});

/** A request to a control route, as far as it was read. */
export interface ControlRequest {
  readonly body: unknown;
  readonly query: Readonly<Record<string, unknown>>;
  /** The last part of the path, where the route says `{name}`. */
  readonly name: string;
}

/** What control routes do, by their paths and methods. Without a result, the answer has no body. */
export type ControlHandlers = Readonly<Record<string, Readonly<Record<string, (request: ControlRequest) => unknown>>>>;

function handlers(control: Control): ControlHandlers {
  const clock = () => ({ now: control.clock.now(), transitions: control.transitions() });
  return {
    '/_mock/state': {
      GET: () => control.state(),
      PUT({ body }) {
        // The control checks what it loads.
        if (typeof body === 'object' && body !== null && 'scenario' in body) control.load(checkScenario(body).scenario);
        else control.load(body as MockState);
      },
    },
    '/_mock/reset': {
      POST() {
        control.reset();
      },
    },
    '/_mock/clock': {
      GET: clock,
      POST({ body }) {
        const { advance, transitions } = checkClock(body);
        // That may fail still, and is refused as a whole then.
        if (advance !== undefined) control.clock.advance(advance);
        if (transitions !== undefined) control.setTransitions(transitions);
        return clock();
      },
    },
    '/_mock/quotas': {
      GET: () => control.quotas(),
      POST({ body }) {
        // The control checks what it sets.
        control.setQuotas(body as Partial<Quotas>);
        return control.quotas();
      },
    },
    '/_mock/auth': { GET: () => control.auth() },
    '/_mock/snapshots': {
      GET: () => ({ snapshots: control.snapshots.list() }),
      POST({ body }) {
        const { save, restore } = checkSnapshots(body);
        if (restore !== undefined) control.snapshots.restore(restore);
        return save === undefined ? undefined : control.snapshots.save(save);
      },
    },
    '/_mock/snapshots/{name}': {
      GET: ({ name }) => control.snapshots.export(name),
      PUT({ body, name }) {
        // The control checks what it imports.
        return control.snapshots.import({ ...(body as Snapshot), name });
      },
      DELETE({ name }) {
        control.snapshots.remove(name);
      },
    },
    '/_mock/faults': {
      GET: () => ({ faults: control.faults(), counts: control.faultCounts() }),
      PUT({ body }) {
        // The control checks what it sets.
        control.setFaults(checkFaultList(body).faults as Fault[]);
      },
      DELETE() {
        control.setFaults([]);
      },
    },
    '/_mock/requests': {
      async GET({ query: { wait, ...query } }) {
        // The control checks the filter, and the time.
        const filter = filterOfQuery(query) as RequestFilter;
        if (wait !== undefined) await control.waitForRequest(filter, { timeout: wait as Duration });
        return { requests: control.requests(filter) };
      },
      DELETE({ query }) {
        const [name] = Object.keys(query);
        if (name !== undefined) {
          throw new ControlError(`All requests are forgotten, whatever ${shownText(name)} says; leave it out.`);
        }
        control.clearRequests();
      },
    },
  };
}

/**
 * The routes by which a running mock is told what to do.
 *
 * @param others - what else it can be told.
 */
export function createControlRoutes(
  health: () => object,
  control: Control,
  others: ControlHandlers = {},
): ControlRoutes {
  const routes: ControlHandlers = { '/_mock/health': { GET: health }, ...handlers(control), ...others };
  return async (request, { pathname: path, searchParams }) => {
    const { method } = request;
    const [, above = '', last = ''] = /^(.*\/)([^/]+)$/.exec(path) ?? [];
    const methods = routes[path] ?? routes[`${above}{name}`];
    if (methods === undefined) {
      return errorAnswer(404, 'Mock.0404', `The mock has no ${path}; it has ${Object.keys(routes).join(', ')}.`);
    }
    // A page may call it by any word, such as that of a member that all objects have.
    const handle = Object.hasOwn(methods, methodOfAnswer(method)) ? methods[methodOfAnswer(method)] : undefined;
    if (handle === undefined) {
      const allow = withHead(Object.keys(methods)).join(', ');
      return errorAnswer(405, 'Mock.0405', `${path} knows ${allow}, not ${method}.`, { Allow: allow });
    }
    const read = await readBody(request, bodyLimit);
    if ('errorResponse' in read) return read.errorResponse;
    try {
      const name = isDecodable(last) ? decodeURIComponent(last) : last;
      const body = await handle({ body: read.body, query: queryValues(searchParams), name });
      return body === undefined ? { status: 204 } : { status: 200, body };
    } catch (error) {
      return refusalOf(error);
    }
  };
}

/**
 * The answer to what cannot be told or asked.
 *
 * @throws what went wrong in the mock itself.
 */
export function refusalOf(error: unknown): Answer {
  if (error instanceof MissingError) return errorAnswer(404, 'Mock.0404', error.message);
  if (error instanceof RequestWaitError) return errorAnswer(504, 'Mock.0504', error.message);
  if (error instanceof ControlError || error instanceof RangeError) {
    return errorAnswer(400, 'Mock.0400', error.message);
  }
  throw error;
}
