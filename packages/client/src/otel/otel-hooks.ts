import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Context, Span, TextMapSetter, Tracer } from '@opentelemetry/api';
import type { Hooks } from '../call/hooks.js';
import { operationTable } from '../generated/operations.js';
import { version } from '../generated/version.js';
import { requestAttributes, responseAttributes } from './attributes.js';

/** A call that goes on. */
interface TracedCall {
  span: Span;
  /** What begins in it is below the span of the call. */
  context: Context;
  /** The spans of the attempts that go on, by their IDs. */
  attempts: Map<string, Span>;
}

/** The operations' paths with their `{names}`. Calls of other services, such as IAM, have none here. */
const operations: Partial<Record<string, readonly [method: string, path: string, hasResult: boolean]>> = operationTable;

const setter: TextMapSetter<Headers> = {
  set(headers, name, value) {
    headers.set(name, value);
  },
};

/**
 * Hooks that trace what a client does with OpenTelemetry: a span for each call, such as `VPCEP.listEndpoints`, below the
 * span that is active when the call is made; and below it one for each attempt, with the attributes of HTTP clients. The
 * requests carry the context of their attempt as the application propagates it, by default in `traceparent`.
 *
 * @param tracer What makes the spans. Left out, it is that of the application's tracer provider for `@vpcep/client`.
 *
 * @example
 * createVpcepClient({ ...options, hooks: otelHooks() });
 */
export function otelHooks(tracer: Tracer = trace.getTracer('@vpcep/client', version)): Hooks {
  const calls = new Map<string, TracedCall>();
  return {
    onCallStart({ callId, operation }) {
      const parent = context.active();
      const span = tracer.startSpan(`VPCEP.${operation}`, { attributes: { 'vpcep.operation': operation } }, parent);
      calls.set(callId, { span, context: trace.setSpan(parent, span), attempts: new Map() });
    },
    onAttemptStart({ headers, ...event }) {
      const call = calls.get(event.callId);
      // It is over already when something else held up the start.
      if (call === undefined) return;
      const template = operations[event.operation]?.[1];
      const span = tracer.startSpan(
        template === undefined ? event.method : `${event.method} ${template}`,
        { kind: SpanKind.CLIENT, attributes: requestAttributes(event, template) },
        call.context,
      );
      call.attempts.set(event.id, span);
      propagation.inject(trace.setSpan(call.context, span), headers, setter);
    },
    onAttemptEnd({ callId, id, error, ...outcome }) {
      const attempts = calls.get(callId)?.attempts;
      const span = attempts?.get(id);
      if (span === undefined) return;
      attempts?.delete(id);
      span.setAttributes(responseAttributes({ ...outcome, error }));
      // Where there is a status, it says enough.
      const message = outcome.status === undefined ? error?.message : undefined;
      if (error) span.setStatus({ code: SpanStatusCode.ERROR, ...(message !== undefined && { message }) });
      span.end();
    },
    onCallEnd({ callId, error, requestId }) {
      const call = calls.get(callId);
      if (call === undefined) return;
      calls.delete(callId);
      for (const span of call.attempts.values()) span.end();
      if (requestId !== undefined) call.span.setAttribute('vpcep.request_id', requestId);
      if (error) {
        call.span.setAttribute('error.type', error.name);
        call.span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
      }
      call.span.end();
    },
  };
}
