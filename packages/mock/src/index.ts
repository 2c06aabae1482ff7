export { connectMock, type ConnectedMock, type ConnectedWorld } from './connect/connect-mock.js';
export { MockConnectionError } from './connect/tell.js';
export * from './control-exports.js';
export type { DocumentEntry, DroppedEntry, ListeningEntry, PersistenceEntry, WarningEntry } from './log/log.js';
export type { MockOptions } from './options.js';
export { startMock, type Mock } from './start-mock.js';
