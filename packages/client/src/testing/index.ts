export { errorOf, type ErrorOfOptions } from './error-of.js';
export { inTurn } from './in-turn.js';
export { stubClient, type Stub, type StubbedCall, type StubClient, type Stubs } from './stub-client.js';
