import { md5 } from './platform/platform.js';

const hash = (...parts: (string | number)[]) => md5(JSON.stringify(parts));

/** An ID in the form of a UUID, always the same for the same parts. */
export function idOf(...parts: (string | number)[]): string {
  return hash(...parts).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
}

/** A fraction from 0 up to 1, always the same for the same parts. */
export const fractionOf = (...parts: (string | number)[]): number =>
  parseInt(hash(...parts).slice(0, 12), 16) / 2 ** 48;

/** The account that owns a project unless a scenario says otherwise: the project's ID, where an account can be called so. */
export const accountOf = (project: string): string =>
  /^[A-Za-z0-9]{1,64}$/.test(project) ? project : hash('account', project);
