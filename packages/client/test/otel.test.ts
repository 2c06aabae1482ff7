import { context, propagation, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-base';
import { startMock, type Mock } from '@vpcep/mock';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { combineHooks, createVpcepClient, type Fetch, type VpcepClientOptions } from '../src/index.js';
import { otelHooks } from '../src/otel/index.js';
import { failureOf } from './failure-of.js';

const projectId = '6e9dfd51d1124e8d8498dce894923a0d';
const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });

let mock: Mock;
let tracer: Tracer;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  tracer = provider.getTracer('of-this-test');
});
afterAll(async () => {
  context.disable();
  propagation.disable();
  trace.disable();
  await mock.close();
});
beforeEach(() => {
  mock.reset();
  exporter.reset();
});

function traced(options: Partial<VpcepClientOptions> = {}) {
  const credentials = { token: 'planted-secret-of-this-test' };
  const common = { baseUrl: mock.url, projectId, credentials, maxRetryDelay: 1 };
  return createVpcepClient({ ...common, hooks: otelHooks(tracer), ...options });
}

/** The spans that have ended, by their names. */
const spans = (name: string | RegExp) =>
  exporter.getFinishedSpans().filter((span) => (typeof name === 'string' ? span.name === name : name.test(span.name)));
const parentOf = (span: ReadableSpan | undefined) => span?.parentSpanContext?.spanId;
const idOf = (span: ReadableSpan | undefined) => span?.spanContext().spanId;

/** Answers in order, and fails when nothing is left. */
const answering =
  (...answers: Response[]): Fetch =>
  () => {
    const answer = answers.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('fetch failed'));
  };

describe('the spans of calls', () => {
  test('nest right for 20 calls side by side, with faults and retries', async () => {
    mock.setFaults([
      { status: 503, times: 4 },
      { status: 500, after: 10, times: 4 },
      { drop: 'answer', after: 20, times: 4 },
    ]);
    const sent: { url: string; traceparent: string | null }[] = [];
    const fetch: Fetch = (url, init) => {
      sent.push({ url, traceparent: new Headers(init.headers).get('traceparent') });
      return globalThis.fetch(url, init);
    };
    const client = traced({ fetch, maxRetries: 3 });
    const callers = Array.from({ length: 20 }, (_, index) => tracer.startSpan(`caller ${index}`));
    await Promise.all(
      callers.map(async (caller, index) => {
        await context.with(trace.setSpan(context.active(), caller), async () => {
          await client.listEndpoints({ query: { limit: index + 1 } });
          await client.listEndpoints({ query: { limit: index + 1 } });
        });
        caller.end();
      }),
    );

    const calls = spans('VPCEP.listEndpoints');
    const attempts = spans('GET /v1/{project_id}/vpc-endpoints');
    expect(calls).toHaveLength(40);
    expect(attempts).toHaveLength(52);
    expect(exporter.getFinishedSpans()).toHaveLength(20 + 40 + 52);
    for (const [index, caller] of callers.entries()) {
      const { spanId, traceId } = caller.spanContext();
      const own = calls.filter((call) => parentOf(call) === spanId);
      expect(own).toHaveLength(2);
      for (const call of own) {
        const below = attempts.filter((attempt) => parentOf(attempt) === idOf(call));
        expect(below.map(({ attributes }) => attributes['http.request.resend_count'])).toEqual(
          [undefined, 1, 2, 3].slice(0, below.length),
        );
        expect(below.at(-1)?.attributes['http.response.status_code']).toBe(200);
        for (const attempt of below) {
          expect(attempt.spanContext().traceId).toBe(traceId);
          const url = `${mock.url}/v1/${projectId}/vpc-endpoints?limit=${index + 1}`;
          expect(attempt.attributes['url.full']).toBe(url);
          expect(sent).toContainEqual({ url, traceparent: `00-${traceId}-${String(idOf(attempt))}-01` });
        }
      }
    }
    expect(new Set(sent.map(({ traceparent }) => traceparent)).size).toBe(52);
  });

  test('begin a trace of their own where no span is active', async () => {
    await traced().listEndpoints();
    const [call] = spans('VPCEP.listEndpoints');
    expect(parentOf(call)).toBeUndefined();
    expect(call?.attributes).toMatchObject({ 'vpcep.operation': 'listEndpoints' });
  });

  test('tell the ID of the request, and why the call failed', async () => {
    const client = traced();
    const error = await failureOf(client.listServiceDetails({ path: { vpc_endpoint_service_id: projectId } }));
    const [call] = spans('VPCEP.listServiceDetails');
    expect(call?.status).toEqual({ code: SpanStatusCode.ERROR, message: error.message });
    expect(call?.attributes).toMatchObject({
      'error.type': error.name,
      'vpcep.request_id': expect.any(String) as string,
    });
  });

  test('are those of the application by default', async () => {
    trace.setGlobalTracerProvider(provider);
    await traced({ hooks: otelHooks() }).listEndpoints();
    expect(spans('VPCEP.listEndpoints')[0]?.instrumentationScope.name).toBe('@vpcep/client');
  });

  test('are one without attempts for a call that is aborted before its first', async () => {
    const abort = new AbortController();
    abort.abort();
    await failureOf(traced().listEndpoints({ signal: abort.signal }));
    expect(exporter.getFinishedSpans().map(({ name }) => name)).toEqual(['VPCEP.listEndpoints']);
  });

  test('have none below them that begins when the call is over', async () => {
    const abort = new AbortController();
    let started: (() => void) | undefined;
    const slow = {
      onCallStart: () =>
        new Promise<void>((resolve) => {
          started = resolve;
        }),
    };
    const startSpan = vi.spyOn(tracer, 'startSpan');
    const call = failureOf(
      traced({ hooks: combineHooks(slow, otelHooks(tracer)) }).listEndpoints({ signal: abort.signal }),
    );
    await new Promise(setImmediate);
    abort.abort();
    await call;
    started?.();
    await new Promise(setImmediate);
    expect(startSpan).toHaveBeenCalledOnce();
    expect(exporter.getFinishedSpans().map(({ name }) => name)).toEqual(['VPCEP.listEndpoints']);
    startSpan.mockRestore();
  });
});

describe('the span of an attempt', () => {
  test('has the attributes that OpenTelemetry agrees on for HTTP clients', async () => {
    await traced().listEndpoints();
    const [span] = spans(/^GET/);
    expect(span?.kind).toBe(SpanKind.CLIENT);
    expect(span?.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(span?.attributes).toEqual({
      'http.request.method': 'GET',
      'url.full': `${mock.url}/v1/${projectId}/vpc-endpoints`,
      'url.template': '/v1/{project_id}/vpc-endpoints',
      'server.address': '127.0.0.1',
      'server.port': Number(new URL(mock.url).port),
      'http.response.status_code': 200,
      'vpcep.request_id': expect.any(String) as string,
    });
  });

  test.each([
    ['https://vpcep.example', 'vpcep.example', 443],
    ['http://vpcep.example', 'vpcep.example', 80],
    ['https://[::1]:8443', '::1', 8443],
  ])('names the server of %s', async (baseUrl, address, port) => {
    await traced({ baseUrl, fetch: answering(Response.json({ total_count: 0 })) }).listEndpoints();
    expect(spans(/^GET/)[0]?.attributes).toMatchObject({ 'server.address': address, 'server.port': port });
  });

  test('of a refusal has its status as the type of the error', async () => {
    await failureOf(traced().listServiceDetails({ path: { vpc_endpoint_service_id: projectId } }));
    const [span] = spans(/^GET/);
    expect(span?.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(span?.attributes).toMatchObject({ 'http.response.status_code': 404, 'error.type': '404' });
  });

  test('without an answer has the class of the error as its type, and says why', async () => {
    const error = await failureOf(traced({ fetch: answering(), maxRetries: 0 }).listEndpoints());
    const [span] = spans(/^GET/);
    expect(span?.status).toEqual({ code: SpanStatusCode.ERROR, message: error.message });
    expect(span?.attributes['error.type']).toBe('VpcepConnectionError');
    expect(span?.attributes).not.toHaveProperty(['http.response.status_code']);
  });

  test('whose answer cannot be read has the class of the error as its type', async () => {
    const fetch = answering(new Response('{"endpoints": '));
    await failureOf(traced({ fetch, maxRetries: 0 }).listEndpoints());
    expect(spans(/^GET/)[0]?.attributes).toMatchObject({
      'http.response.status_code': 200,
      'error.type': 'VpcepConnectionError',
    });
  });

  test('of a call to another service has its method as its name', async () => {
    const projects = Response.json({ projects: [{ id: projectId, name: 'cn-north-4' }] });
    const fetch = answering(projects, Response.json({ total_count: 0 }));
    const credentials = { token: 'planted-secret-of-this-test' };
    const hooks = otelHooks(tracer);
    await createVpcepClient({ region: 'cn-north-4', credentials, hooks, fetch }).listEndpoints();
    const [iam] = spans('GET');
    expect(iam?.attributes['server.address']).toMatch(/^iam\./);
    expect(parentOf(iam)).toBe(idOf(spans('VPCEP.KeystoneListProjects')[0]));
  });

  test('holds no secret', async () => {
    await failureOf(traced().listServiceDetails({ path: { vpc_endpoint_service_id: projectId } }));
    const told = exporter
      .getFinishedSpans()
      .map(({ name, attributes, status, events }) => ({ name, attributes, status, events }));
    expect(JSON.stringify(told)).toContain('EndPoint.');
    expect(JSON.stringify(told)).not.toContain('planted-secret');
  });
});
