import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { posixShell } from '@vpcep/testing';

/** What a sample sends, as its text says it. */
export interface SentRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** Reads the request off the text of a sample, by the sample's label: without the tool that would run it. */
export const requestReaders: Record<string, (source: string) => SentRequest | Promise<SentRequest>> = {
  Python(source) {
    const method = found(source, /requests\.(\w+)\(url(?:, json=payload)?(?:, headers=headers)?\)/);
    const url = found(source, /^url = "(.*)"$/m);
    const [, headers = '{}'] = /^headers = (\{[^}]*\})$/m.exec(source) ?? [];
    const [, payload] = /^payload = (.*?)(?=^headers)/ms.exec(source) ?? [];
    const words: Record<string, string> = { True: 'true', False: 'false', None: 'null' };
    const json = payload?.replaceAll(/"(?:[^"\\]|\\.)*"|\w+/g, (token) => words[token] ?? token);
    return request(method.toUpperCase(), url, JSON.parse(headers) as Record<string, string>, json);
  },
  Go(source) {
    const method = found(source, /http\.NewRequest\("(\w+)", url, (?:payload|nil)\)/);
    const url = found(source, /^\turl := "(.*)"$/m);
    const headers = source.matchAll(/^\treq\.Header\.Add\("(.*?)", "(.*?)"\)$/gm);
    const [, json] = /^\tpayload := strings\.NewReader\(`([^`]*)`\)$/m.exec(source) ?? [];
    return request(method, url, pairs(headers), json);
  },
  Java(source) {
    const method = found(source, /\.method\("(\w+)", HttpRequest\.BodyPublishers\./);
    const url = found(source, /\.uri\(URI\.create\("(.*)"\)\)$/m);
    const headers = source.matchAll(/\.header\("(.*?)", "(.*?)"\)$/gm);
    const [, block] = /\.ofString\("""\n(.*)(?<!\\)"""\)\)$/ms.exec(source) ?? [];
    return request(method, url, pairs(headers), block?.replaceAll(/\\(.)/g, '$1'));
  },
  async HTTPie(source) {
    // What the shell makes of the command is for the shell to tell.
    const http = `http() { printf '%s\\n' "$@" ''; cat; }`;
    const running = promisify(execFile)(posixShell(), ['-c', `${http}; ${source}`]);
    running.child.stdin?.end();
    const [, method = '', url = '', headers = '', json = ''] =
      /^(.+)\n(.+)\n((?:.+\n)*)\n([^]*)$/.exec((await running).stdout) ?? [];
    return request(method, url, pairs(headers.matchAll(/^(.+?):(.*)$/gm)), json === '' ? undefined : json);
  },
};

function request(method: string, url: string, headers: SentRequest['headers'], json: string | undefined): SentRequest {
  return { method, url, headers, ...(json !== undefined && { body: JSON.parse(json) as unknown }) };
}

const pairs = (matches: Iterable<RegExpExecArray>): Record<string, string> =>
  Object.fromEntries([...matches].map(([, name = '', value = '']) => [name, value]));

function found(source: string, pattern: RegExp): string {
  const [, part] = pattern.exec(source) ?? [];
  if (part === undefined) throw new Error(`${String(pattern)} is not in the sample:\n${source}`);
  return part;
}
