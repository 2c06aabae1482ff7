import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { draftWithBody, draftWithoutBody, literal, render } from './valid.js';
import type { Wire } from './wire.js';

/** Changes a request on its way. */
type Change = (wire: Wire) => Wire;

const hostileTexts = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  '\ud800',
  'a\udfff',
  '\0',
  '<script>',
  '\r\nX-Injected: 1',
  '../../etc/passwd',
  '%00',
  '${7*7}',
  '*',
  'null',
  '💥'.repeat(65),
  'x'.repeat(65),
  'x'.repeat(100_000),
];
const hostileText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary' }));
const hostileNumber = fc.oneof(
  fc.constantFrom(0, -1, 65_536, 1.5, 2 ** 31, 2 ** 53 + 2, Number.MAX_VALUE, Number.MIN_VALUE),
  fc.constantFrom('-0', '1e400', '-1e400', '9007199254740993', '1E+2', '80.0', '1e-400').map(literal),
);
const nested = fc.constantFrom(3, 90, 101, 5_000).map((levels) => literal('['.repeat(levels) + ']'.repeat(levels)));
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { length: 1 }),
  hostileText,
  hostileNumber,
  nested,
);
const hostileName = fc.oneof(hostileText, fc.constantFrom('port_id', 'PORT_ID', 'approval_enable', 'a.b[0]', 'a/b~c'));

type Parent = Record<string, unknown>;
const isParent = (value: unknown): value is Parent => typeof value === 'object' && value !== null;

/** All places in a value: what holds it, and by which name. */
function places(value: unknown): [Parent, string][] {
  if (!isParent(value)) return [];
  return Object.keys(value).flatMap((name): [Parent, string][] => [[value, name], ...places(value[name])]);
}
/** Sets a member, also one that is called `__proto__`. */
function put(parent: Parent, name: string, value: unknown): void {
  Object.defineProperty(parent, name, { value, writable: true, enumerable: true, configurable: true });
}
const pick = <T>(things: readonly T[], index: number): T | undefined => things[index % Math.max(things.length, 1)];

/** Changes one place of a body. The body itself is one, too. */
const atPlace = <T>(what: fc.Arbitrary<T>, change: (parent: Parent, name: string, what: T) => void) =>
  fc.tuple(fc.nat(), what).map(([index, chosen]) => (body: unknown) => {
    const root = { body: structuredClone(body) };
    const [parent, name] = pick(places(root), index) ?? [root, 'body'];
    change(parent, name, chosen);
    return root.body;
  });

const ofBody: fc.Arbitrary<(body: unknown) => unknown> = fc.oneof(
  atPlace(hostileValue, put),
  atPlace(fc.nat(), (parent, name) => {
    if (!Array.isArray(parent)) Reflect.deleteProperty(parent, name);
    else parent.splice(Number(name), 1);
  }),
  atPlace(fc.tuple(hostileName, hostileValue), (parent, name, [added, value]) => {
    const inside = parent[name];
    if (isParent(inside) && !Array.isArray(inside)) put(inside, added, value);
    else if (!Array.isArray(parent)) put(parent, added, value);
  }),
  atPlace(fc.tuple(fc.constantFrom(1, 2, 11, 201, 300), fc.boolean()), (parent, name, [count, distinct]) => {
    const list = Array.isArray(parent[name]) ? (parent[name] as unknown[]) : [parent[name]];
    const copies = Array.from({ length: count }, (_, index) => {
      const copy: unknown = structuredClone(list[index % Math.max(list.length, 1)] ?? {});
      if (distinct && isParent(copy))
        for (const key of Object.keys(copy)) copy[key] = typeof copy[key] === 'number' ? index : copy[key];
      return distinct && typeof copy === 'string' ? `${copy}${index}` : copy;
    });
    put(parent, name, [...list, ...copies]);
  }),
  atPlace(fc.constantFrom('<', ' ', '\t', '\ud800', '=', '\n', 'é', '0', 'x'.repeat(64)), (parent, name, added) => {
    if (typeof parent[name] === 'string') put(parent, name, parent[name] + added);
  }),
  atPlace(fc.nat(), (parent, name) => {
    const value = parent[name];
    put(parent, name, typeof value === 'string' ? value.toUpperCase() : JSON.stringify(value));
  }),
);

/** Changes the bytes of a body. */
const ofBytes: fc.Arbitrary<Change> = fc
  .tuple(
    fc.oneof(
      fc.constant((bytes: Buffer, at: number) => bytes.subarray(0, at)),
      fc
        .uint8Array({ minLength: 1, maxLength: 4 })
        .map(
          (added) => (bytes: Buffer, at: number) => Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)]),
        ),
      fc
        .constantFrom('"', '{', '}', '[', ']', ',', ':', '\\', '\\u12', '/**/', "'", '0', 'NaN', '\u2028')
        .map(
          (added) => (bytes: Buffer, at: number) =>
            Buffer.concat([bytes.subarray(0, at), Buffer.from(added), bytes.subarray(at)]),
        ),
      fc.constant((bytes: Buffer, at: number) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])),
      fc.constant((bytes: Buffer) => Buffer.concat([Buffer.from('\ufeff'), bytes])),
      fc.constant((bytes: Buffer) => gzipSync(bytes)),
      fc.constant((bytes: Buffer) => Buffer.from(bytes.toString(), 'utf16le')),
      fc.constant((bytes: Buffer) => Buffer.concat([bytes, bytes])),
      // A name that is there twice.
      fc.constant((bytes: Buffer) => Buffer.from(bytes.toString().replace(/^\{("[^"]*"):/, '{$1:null,$1:'))),
      fc.constant((bytes: Buffer) => Buffer.from(bytes.toString().replace(/^\{("[^"]*"):(.*)\}$/s, '{$1:$2,$1:null}'))),
    ),
    fc.nat(),
  )
  .map(([change, at]) => (wire: Wire) => ({
    ...wire,
    body: change(wire.body ?? Buffer.from('{}'), at % ((wire.body?.length ?? 2) + 1)),
  }));

const header = (name: string, ...values: string[]): fc.Arbitrary<Change> =>
  fc
    .constantFrom(...values)
    .map((value): Change => (wire) => ({ ...wire, headers: { ...wire.headers, [name]: value } }));
const withoutHeader = (name: string): fc.Arbitrary<Change> =>
  fc.constant((wire) => ({
    ...wire,
    headers: Object.fromEntries(Object.entries(wire.headers).filter(([other]) => other !== name)),
  }));

const ofHeaders: fc.Arbitrary<Change> = fc.oneof(
  header('X-Auth-Token', '', ' ', '\u00ff', 'a'.repeat(8_000)),
  withoutHeader('X-Auth-Token'),
  header(
    'Content-Type',
    ...['', 'text/plain', 'application/jsonx', 'application/json, text/plain', 'application/x-www-form-urlencoded'],
    ...['application/json; charset=utf-16', 'APPLICATION/JSON;', 'multipart/form-data; boundary=x', '*/*', 'json'],
  ),
  withoutHeader('Content-Type'),
  header('Content-Encoding', 'gzip', 'br', 'nonsense'),
  header('Transfer-Encoding', 'chunked'),
  header('Expect', '100-continue'),
  header('Accept', 'text/html', 'application/xml;q=0', '', '*/*;;'),
  header('Prefer', 'code=999', 'code=__proto__', 'example=nope', 'dynamic=maybe', 'code', 'example=toString'),
  header('Prefer', '"', '__proto__=1', ';;;,,,', 'wait=10', 'constructor=code', 'a,'.repeat(3_000)),
  header('Cookie', 'a=b; '.repeat(500)),
  header('X-Forwarded-For', '<script>', "' OR 1=1 --"),
  header('__proto__', 'x'),
  fc.constant((wire: Wire) => ({
    ...wire,
    headers: {
      ...wire.headers,
      ...Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`X-H${index}`, 'x'])),
    },
  })),
);

const encoded = fc.constantFrom(
  ...[
    '',
    '%',
    '%zz',
    '%C0%AF',
    '%ED%A0%80',
    '%00',
    '%2F',
    '%2e%2e',
    '..',
    '.',
    '%F0%9F%98%80',
    ';a=b',
    ':id',
    '*',
    '{id}',
  ],
  ...['__proto__', 'constructor', 'toString', 'public', 'describe', '+', "'", '%25', '%E2%80%A8', 'x'.repeat(65)],
  ...[
    'x'.repeat(101),
    'x'.repeat(8_000),
    '%20'.repeat(2_000),
    '%0d%0aX-Injected:%201',
    'a,b',
    'a|b',
    'v1',
    'v1.2',
    'v',
  ],
);

const ofTarget: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(), encoded).map(([index, value]): Change => (wire) => {
    const [path = '', ...search] = wire.target.split('?');
    const segments = path.split('/');
    segments[1 + (index % (segments.length - 1))] = value;
    return { ...wire, target: [segments.join('/'), ...search].join('?') };
  }),
  fc.tuple(fc.constantFrom('', '/', '//', '/x', '/%'), fc.boolean()).map(([added, before]): Change => (wire) => {
    const [path = '', ...search] = wire.target.split('?');
    return { ...wire, target: [before ? `${added}${path}` : `${path}${added}`, ...search].join('?') };
  }),
  fc
    .tuple(
      fc.constantFrom(
        ...['limit', 'offset', 'sort_key', 'sort_dir', 'status', 'id', 'marker_id', 'type', 'permission', 'vpc_id'],
        ...['endpoint_service_name', 'LIMIT', 'limit[]', '__proto__', 'toString', ''],
      ),
      fc.oneof(
        encoded,
        fc.constantFrom('1e9', '1e400', '-1', '-0', '0x10', '1.5', '%2010', '9007199254740993', '1'.repeat(400), 'NaN'),
        fc.constantFrom('1001', '10,20', '[1]', '%ff', 'true', 'null', 'ASC', 'available', 'create_at'),
      ),
      fc.constantFrom(1, 1, 1, 2, 500),
    )
    .map(([name, value, times]): Change => (wire) => {
      // URL and headers may have 16 KiB.
      const added = Array.from(
        { length: Math.min(times, Math.ceil(6_000 / (value.length + name.length + 2))) },
        () => `${name}=${value}`,
      );
      return { ...wire, target: `${wire.target}${wire.target.includes('?') ? '&' : '?'}${added.join('&')}` };
    }),
);

const ofMethod: fc.Arbitrary<Change> = fc
  .constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'M-SEARCH', 'PURGE')
  .map((method): Change => (wire) => ({ ...wire, method }));

const slowly: fc.Arbitrary<Change> = fc.constant((wire) => ({ ...wire, slow: true }));

const ofWire = fc.oneof(
  { weight: 4, arbitrary: ofBytes },
  { weight: 4, arbitrary: ofHeaders },
  { weight: 6, arbitrary: ofTarget },
  { weight: 2, arbitrary: ofMethod },
  { weight: 1, arbitrary: slowly },
);
const changes = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ body: fc.array(ofBody, { minLength: 1, maxLength: 2 }), wire: fc.constant([]) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      body: fc.array(ofBody, { maxLength: 1 }),
      wire: fc.array(ofWire, { minLength: 1, maxLength: 2 }),
    }),
  },
);

/** A valid request after one to three changes, most of which make it invalid. */
export const mutated: fc.Arbitrary<Wire> = fc
  .oneof(
    { weight: 5, arbitrary: fc.tuple(draftWithBody, changes) },
    {
      weight: 1,
      arbitrary: fc.tuple(
        draftWithoutBody,
        fc.record({ body: fc.constant([]), wire: fc.array(ofWire, { minLength: 1, maxLength: 3 }) }),
      ),
    },
  )
  .map(([draft, { body, wire }]) => {
    const changed = body.reduce<unknown>((value, change) => change(value), draft.body);
    return wire.reduce<Wire>((sent, change) => change(sent), render({ ...draft, body: changed }));
  })
  // What is longer is another matter, which the raw requests are about.
  .filter(({ target, headers }) => target.length + JSON.stringify(headers).length < 15_000);
