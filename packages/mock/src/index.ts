export { documentHash } from './generated/document.js';
export { MockStartError } from './mock-start-error.js';
export { startMock, type Mock, type MockOptions } from './start-mock.js';
