/** In the package this is a file of its own, with the database and its binaries. */
export { ClassicLevel } from 'classic-level';
