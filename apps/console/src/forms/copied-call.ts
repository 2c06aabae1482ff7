import type { OperationId } from '@vpcep/client';
import { routes } from '../generated/document-values.js';

/** A call, as a form would make it at this moment, whether it keeps the rules or not. */
export interface FilledInCall {
  readonly operation: OperationId;
  /** The arguments beside the body. */
  readonly path?: object;
  readonly body: object;
}

/** Whom a call is for. */
export interface Target {
  readonly baseUrl: string;
  readonly projectId: string;
}

/** A call as a command for a POSIX shell. The token is read from the environment when it is run. */
export function curlCommand({ operation, path = {}, body }: FilledInCall, { baseUrl, projectId }: Target): string {
  const [method, template] = routes[operation];
  const values = new Map<string, unknown>(Object.entries({ project_id: projectId, ...path }));
  const filled = template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
  return [
    `curl -X ${method} ${quoted(baseUrl.replace(/\/+$/, '') + filled)}`,
    '-H "X-Auth-Token: $VPCEP_TOKEN"',
    `-H ${quoted('Content-Type: application/json')}`,
    `-d ${quoted(JSON.stringify(body, undefined, 2))}`,
  ].join(' \\\n  ');
}

/** A call as a module that makes it with our client. The token is read from the environment when it is run. */
export function clientCode({ operation, path, body }: FilledInCall, { baseUrl, projectId }: Target): string {
  const args = { ...(path === undefined ? {} : { path }), body };
  return `import { createVpcepClient } from '@vpcep/client';

const vpcep = createVpcepClient({
  baseUrl: ${literal(baseUrl)},
  projectId: ${literal(projectId)},
  credentials: { token: process.env.VPCEP_TOKEN ?? '' },
});

console.log(await vpcep.${operation}(${literal(args)}));
`;
}

/** Quotes a word for the shell. Nothing but its end is special between single quotes. */
const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** A value as TypeScript has it: JSON, with the names of members and the quotes that are usual there. */
const literal = (value: unknown): string =>
  JSON.stringify(value, undefined, 2)
    // JSON in lines has a name at the beginning of a line, and nothing of a text.
    .replaceAll(/^( *)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')
    .replaceAll(/"((?:[^"\\]|\\.)*)"/g, (whole, text: string) =>
      text.includes("'") ? whole : `'${text.replaceAll(String.raw`\"`, '"')}'`,
    );
