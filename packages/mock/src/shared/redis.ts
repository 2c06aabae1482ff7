/** In the package this is a file of its own, with the client of Redis. */
export { Redis } from 'ioredis';
