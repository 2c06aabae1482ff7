export { findRedis } from './find.js';
export { startRedis, type RedisServer, type RedisSettings } from './start-redis.js';
