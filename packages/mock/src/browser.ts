export * from './control-exports.js';
export { createMock, type PageMock, type PageMockOptions } from './page/create-mock.js';
