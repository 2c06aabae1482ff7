// What says the same lies side by side: it takes 0.7 kB less where it is compressed.
import './generated/error-catalogue.js';
import './generated/page-document.js';
import './generated/validators.js';

export * from './control-exports.js';
export { createMock, type PageMock, type PageMockOptions } from './page/create-mock.js';
