export { otelHooks } from './otel-hooks.js';
