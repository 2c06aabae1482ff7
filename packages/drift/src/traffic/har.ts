import { Ajv2020 } from 'ajv/dist/2020.js';
import { DriftError } from '../drift-error.js';

/** What is read of an HTTP Archive, whoever wrote it. */
export interface Har {
  log: {
    entries: {
      request: { method: string; url: string };
      response: {
        status: number;
        headers: { name: string; value: string }[];
        content: { text?: string; encoding?: string };
      };
    }[];
  };
}

const text = { type: 'string' };
const object = (properties: Record<string, object>, ...optional: string[]) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const list = (items: object) => ({ type: 'array', items });

const isHar = new Ajv2020({ strict: true }).compile<Har>(
  object({
    log: object({
      entries: list(
        object({
          request: object({ method: text, url: { type: 'string', pattern: '^https?://' } }),
          response: object({
            status: { type: 'integer' },
            headers: list(object({ name: text, value: text })),
            content: object({ text, encoding: text }, 'text', 'encoding'),
          }),
        }),
      ),
    }),
  }),
);

/**
 * Reads the text of a HAR file.
 *
 * @throws DriftError when it is none. The message does not repeat what is in it.
 */
export function readHar(given: string, file: string): Har {
  let value: unknown;
  try {
    value = JSON.parse(given.replace(/^\uFEFF/, ''));
  } catch {
    throw new DriftError(`${file} is not JSON; a HAR file is`);
  }
  if (isHar(value)) return value;
  const [error] = isHar.errors ?? [];
  throw new DriftError(`${file} is no HAR file: ${error?.instancePath ?? ''} ${error?.message ?? ''}`);
}
