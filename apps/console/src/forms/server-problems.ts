import { VpcepHttpError } from '@vpcep/client';
import { fieldsByCode } from '../problems/fields-by-code.js';
import type { FieldPath, FieldProblem } from './field-problem.js';

/** The fields that an error response is about: those that its message names, else the one that its code is about. */
export function serverProblems(error: unknown, remedy: string | undefined): FieldProblem[] {
  if (!(error instanceof VpcepHttpError)) return [];
  const message = [remedy, error.reason].filter((part) => part !== undefined).join(' ');
  const named = [...error.reason.matchAll(/\bbody((?:\.\w+|\[\d+\])+)/g)].map(([, place = '']) => pathOf(place));
  const coded = fieldsByCode.get(error.code ?? '');
  const paths = named.length > 0 ? named : coded === undefined ? [] : [[coded]];
  return paths.map((path) => ({ path, message }));
}

/** The path that a place such as `.ports[1].client_port` stands for. */
function pathOf(place: string): FieldPath {
  return [...place.matchAll(/\.(\w+)|\[(\d+)\]/g)].map(([, name, position]) => name ?? Number(position));
}
