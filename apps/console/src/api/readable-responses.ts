import { responseShapes } from '../generated/response-shapes.js';
import { inShape, type Shape } from './shape.js';

const known = responseShapes.map(({ method, path, shape }) => ({
  method,
  path: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  // A fixed path wins over one with parameters that it would fit as well.
  isFixed: !path.endsWith('}'),
  shape,
}));

/** An answer that says that all went well, and yet is none of the API, such as the page of a host. */
export class NotTheApiError extends Error {
  static override readonly name = 'NotTheApiError';
  override name = NotTheApiError.name;
}

/**
 * Has what calls the API give answers of the shape that the document promises. Whatever is made of them, by the client, its
 * waiters or the pages, can then rely on their types.
 *
 * @param send calls the API
 * @param baseUrl where the API is
 */
export function readableResponses(send: typeof fetch, baseUrl: string): typeof fetch {
  const base = new URL(baseUrl).pathname.replace(/\/+$/, '');
  return async (input, init) => {
    const response = await send(input, init);
    // Browsers tell nothing else of it. The API has none, and nothing that is sent to it may go elsewhere.
    if (response.type === 'opaqueredirect') throw new NotTheApiError('the answer is a redirect');
    const { method = 'GET', url: address } = input instanceof Request ? input : { ...init, url: input };
    const shape = shapeOf(method, new URL(address).pathname.slice(base.length));
    const { ok, status, statusText, url } = response;
    if (shape === undefined || !ok) return response;
    const headers = new Headers(response.headers);
    // The length of what came is not that of what is handed on.
    headers.delete('Content-Length');
    const body = mended(shape, await response.text());
    return Object.defineProperty(new Response(body, { status, statusText, headers }), 'url', { value: url });
  };
}

function shapeOf(method: string, path: string): Shape | undefined {
  const fitting = known.filter((each) => each.method === method && each.path.test(path));
  return (fitting.find(({ isFixed }) => isFixed) ?? fitting[0])?.shape;
}

function mended(shape: Shape, text: string): string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new NotTheApiError('the answer is not JSON', { cause: error });
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new NotTheApiError('the answer is not a JSON object');
  }
  return JSON.stringify(inShape(shape, body));
}
