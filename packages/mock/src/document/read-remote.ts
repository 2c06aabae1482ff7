import { DocumentProblem } from './origins.js';
import { maxBytes, tooLarge } from './read-file.js';

/** How long a document of another host may take to arrive, with all its redirects, in milliseconds. */
const timeoutMs = 10_000;

/** How many redirects are followed. */
const maxRedirects = 5;

/**
 * Fetches a document of another host.
 *
 * @throws DocumentProblem when the host does not answer with it, within bounds of time, size and redirects.
 */
export async function readRemote(url: string): Promise<Buffer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    let target = url;
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      const response = await ask(target, signal);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null) return await contentOf(url, response);
      await response.body?.cancel();
      // Name and password are for whom the document names, and for nobody else.
      target = Object.assign(new URL(location, target), { username: '', password: '' }).href;
      if (!/^https?:/.test(target)) throw new DocumentProblem(`${url} redirects to ${target}, which is not fetched`);
    }
    throw new DocumentProblem(`${url} redirects more than ${maxRedirects} times`);
  } catch (error) {
    if (error instanceof DocumentProblem) throw error;
    const late = signal.aborted ? ` within ${timeoutMs / 1000} seconds` : '';
    throw new DocumentProblem(`cannot fetch ${url}: its host does not answer${late}`, { cause: error });
  }
}

/** Asks for a URL once. Name and password in it go as HTTP has it: `fetch` takes no URL with them. */
function ask(target: string, signal: AbortSignal): Promise<Response> {
  const url = new URL(target);
  const credentials = decodeURIComponent(`${url.username}:${url.password}`);
  url.username = '';
  url.password = '';
  const headers = { Authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
  return fetch(url, { redirect: 'manual', signal, ...(credentials === ':' ? {} : { headers }) });
}

async function contentOf(url: string, response: Response): Promise<Buffer> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new DocumentProblem(`cannot fetch ${url}: its host answers with status ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // To leave the loop cancels the rest.
    if (size > maxBytes) throw new DocumentProblem(`${url} ${tooLarge}`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
