import type { ErrorObject, ValidateFunction } from 'ajv';
import { createAjv, draft2020 } from './dialects.js';
import { isObject, pathOf } from './origins.js';

/** A rule of a shape that a part of a document breaks. */
export interface Breach {
  readonly path: string[];
  /** In words to follow the place. */
  readonly rule: string;
  readonly value: unknown;
}

const checks = new Map<object, ValidateFunction>();

/** What finds all breaches of a shape. It is made once: that takes longer than to read a document of a usual size. */
export function shapeCheck(shape: object): ValidateFunction {
  const check =
    checks.get(shape) ?? createAjv(draft2020, { allErrors: true, code: { optimize: false } }).compile(shape);
  checks.set(shape, check);
  return check;
}

/** What Ajv has found, in words. Of what follows from something else, nothing is said. */
export function breachesOf(errors: readonly ErrorObject[] | null | undefined, root: unknown): Breach[] {
  return (errors ?? []).flatMap((error) => {
    const { keyword, instancePath, propertyName } = error;
    if (keyword === 'if' || keyword === 'propertyNames') return [];
    const path = pathOf(instancePath);
    const value = path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), root);
    const rule = ruleOf(error);
    return [
      { path, value, rule: propertyName === undefined ? rule : `has the member "${propertyName}", which ${rule}` },
    ];
  });
}

function ruleOf({ keyword, message = '', params }: ErrorObject): string {
  const { allowedValues, type, missingProperty } = params as Record<string, unknown>;
  if (Array.isArray(allowedValues)) return `must be one of ${allowedValues.join(', ')}`;
  if (keyword === 'type') return `must be of the type ${[type].flat().join(' or ')}`;
  if (keyword === 'required') return `must have the member ${String(missingProperty)}`;
  return message;
}

/** A value as a message shows it; what may hold itself is shown as what it is. */
export function shortened(value: unknown): string {
  if (isObject(value)) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? 'nothing' : text.slice(0, 80);
}
