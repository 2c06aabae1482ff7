import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../answer.js';
import type { AuthReport, RefusedCredentials } from '../authentication/authenticate.js';
import type { Control } from '../control/control.js';
import { refusalOf } from '../control/control-routes.js';
import type { Duration } from '../duration.js';
import type { RecordedRequest } from '../journal/recorded-request.js';
import { filterOfQuery, type RequestFilter } from '../journal/request-filter.js';
import { requestWaitError } from '../journal/request-wait-error.js';
import { notInTime, readTimeout } from '../journal/waiting.js';
import { queryValues, type Target } from '../request/target.js';
import type { World } from '../worlds/world.js';
import type { Gathering, Question } from './gathering.js';

/** How many refused requests a report has. */
const maxReported = 20;

/** How long it is waited until the others are asked again whether a request has arrived, in milliseconds. */
const askAgainMs = 100;

/** What a replica tells others that ask. */
export const told = (control: Control, { about, query }: Question): unknown =>
  about === 'auth' ? control.auth().refused : control.requests(filterOfQuery(query));

/** Whether what is asked for is known in parts by each replica. */
export const isGathered = ({ pathname }: Target): boolean => /^\/_mock\/(?:requests|auth)$/.test(pathname);

/**
 * Answers what is asked about the requests that all replicas have received.
 *
 * @param gathering - undefined when Redis cannot be used: then it is what this replica has received.
 */
export async function answerGathered(
  { pathname, world, searchParams }: Target,
  { control }: World,
  gathering: Gathering | undefined,
): Promise<Answer> {
  const ask = async (question: Omit<Question, 'world'>) => (await gathering?.ask({ ...question, world })) ?? [];

  async function report(): Promise<AuthReport> {
    const own = control.auth();
    const others = (await ask({ about: 'auth', query: {} })) as RefusedCredentials[][];
    const place = ({ time, operation, target }: RefusedCredentials) => `${time} ${operation} ${target}`;
    const refused = [own.refused, ...others].flat().sort((a, b) => (place(a) > place(b) ? -1 : 1));
    return { ...own, refused: refused.slice(0, maxReported) };
  }
  async function requests(query: Readonly<Record<string, unknown>>): Promise<RecordedRequest[]> {
    const filter = filterOfQuery(query) as RequestFilter;
    // This checks the filter as well.
    const own = control.requests(filter);
    const others = (await ask({ about: 'requests', query })) as RecordedRequest[][];
    const all = [own, ...others].flat().sort((a, b) => a.id - b.id);
    return filter.limit === undefined ? all : all.slice(Math.max(all.length - filter.limit, 0));
  }
  async function waitFor(query: Readonly<Record<string, unknown>>, timeout: Duration): Promise<RecordedRequest[]> {
    const length = readTimeout(timeout);
    const end = performance.now() + length;
    for (;;) {
      const found = await requests(query);
      if (found.length > 0) return found;
      if (performance.now() >= end) throw requestWaitError(notInTime(length), await requests({}));
      await sleep(Math.max(0, Math.min(askAgainMs, end - performance.now())));
    }
  }
  try {
    if (pathname.endsWith('/auth')) return { status: 200, body: await report() };
    const { wait, ...query } = queryValues(searchParams);
    const found = wait === undefined ? await requests(query) : await waitFor(query, wait as Duration);
    return { status: 200, body: { requests: found } };
  } catch (error) {
    return refusalOf(error);
  }
}
