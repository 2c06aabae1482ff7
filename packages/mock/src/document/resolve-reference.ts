import { fileURLToPath, pathToFileURL } from 'node:url';
import { pathOf } from './origins.js';

/** What a reference points to: a file or another host's document, and where in it. */
export interface Target {
  readonly source: string;
  readonly pointer: readonly string[];
}

const isRemote = (url: URL) => url.protocol === 'http:' || url.protocol === 'https:' || url.host !== '';

/** What a reference points to, or the rule that it breaks, in words to follow its place. */
export function resolveReference(text: string, source: string, allowRemote: boolean): Target | string {
  const [address = '', ...fragments] = text.split('#');
  const pointer = pointerOf(fragments.join('#'));
  if (pointer === undefined)
    return `refers to "${text}", whose part after # must be a JSON pointer, such as #/components/schemas/Name`;
  if (address === '') return { source, pointer };
  const another = `refers to another host, ${text}, which is not fetched; copy it into a file, or allow it with --allow-remote-refs`;
  if (!allowRemote && /^[\\/]{2}/.test(address)) return another;
  const url = urlOf(address, source);
  if (url === undefined) return `refers to "${text}", which is no path and no URL`;
  if (isRemote(url)) {
    if (!allowRemote) return another;
    return /^https?:$/.test(url.protocol)
      ? { source: url.href, pointer }
      : `refers to ${text}, and of other hosts only http and https are read`;
  }
  if (url.protocol !== 'file:') return `refers to ${text}, and only files are read`;
  if (!source.startsWith('file:')) return `refers to ${text}, and a document of another host may not refer to files`;
  try {
    return { source: pathToFileURL(fileURLToPath(url)).href, pointer };
  } catch {
    return `refers to "${text}", which is no path of a file`;
  }
}

function urlOf(address: string, source: string): URL | undefined {
  // On Windows, a path may begin with the letter of a drive.
  if (process.platform === 'win32' && /^[a-z]:[\\/]/i.test(address)) return pathToFileURL(address);
  return URL.canParse(address, source) ? new URL(address, source) : undefined;
}

/** The segments of a JSON pointer; undefined when it is none. */
function pointerOf(fragment: string): string[] | undefined {
  if (fragment === '') return [];
  if (!fragment.startsWith('/')) return undefined;
  try {
    return pathOf(decodeURIComponent(fragment));
  } catch {
    return undefined;
  }
}
