export { handlers, type HandlerOptions } from './page/msw-handlers.js';
