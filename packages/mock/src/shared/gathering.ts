import { randomUUID } from 'node:crypto';
import type { Connection } from './connection.js';
import type { Keys } from './scripts.js';

/** What a replica asks the others, who know what they have received. */
export interface Question {
  readonly about: 'requests' | 'auth';
  readonly world?: string | undefined;
  /** The filter of requests, as a query has it. */
  readonly query: Readonly<Record<string, unknown>>;
}

/** Gathers what each replica knows alone. */
export interface Gathering {
  /** What the other replicas answer that are live. One that does not within two seconds is left out. */
  ask(question: Question): Promise<unknown[]>;
}

interface AskedQuestion extends Question {
  readonly id: string;
  readonly from: string;
}

/** How long the others have to answer, and their answers are there, in milliseconds. */
const timeoutMs = 2000;
const keptMs = 10_000;

/**
 * Makes what asks, and answers when others do.
 *
 * @param answer - what this replica knows.
 */
export async function createGathering(
  replica: string,
  connection: Connection,
  keys: Keys,
  answer: (question: Question) => Promise<unknown>,
): Promise<Gathering> {
  /** Those that wait for answers, by the ID of the question. */
  const waiting = new Map<string, (from: string) => void>();

  async function reply({ id, from, ...question }: AskedQuestion): Promise<void> {
    await connection.call('SET', keys.reply(id, replica), JSON.stringify(await answer(question)), 'PX', keptMs);
    await connection.call('PUBLISH', keys.replies(from), JSON.stringify({ id, from: replica }));
  }
  await connection.subscribe([keys.questions, keys.replies(replica)], (channel, text) => {
    const message = JSON.parse(text) as AskedQuestion;
    if (channel !== keys.questions) waiting.get(message.id)?.(message.from);
    else if (message.from !== replica) {
      // Where Redis cannot be used, whoever asks goes on without this answer.
      reply(message).catch(() => undefined);
    }
  });

  return {
    async ask(question) {
      const id = randomUUID();
      const answered: string[] = [];
      let others: number | undefined;
      await new Promise<void>((resolve, reject) => {
        const timeout = setTimeout(resolve, timeoutMs);
        const look = () => {
          if (others === undefined || answered.length < others) return;
          clearTimeout(timeout);
          resolve();
        };
        waiting.set(id, (from) => {
          answered.push(from);
          look();
        });
        connection
          .call('PUBLISH', keys.questions, JSON.stringify({ ...question, id, from: replica }))
          .then((receivers) => {
            // This replica is one of those that hear it.
            others = Number(receivers) - 1;
            look();
          })
          .catch((error: unknown) => {
            clearTimeout(timeout);
            reject(error instanceof Error ? error : new Error(String(error)));
          });
      }).finally(() => waiting.delete(id));
      const texts = await Promise.all(answered.map((from) => connection.call('GET', keys.reply(id, from))));
      return texts.flatMap((text) => (Buffer.isBuffer(text) ? [JSON.parse(text.toString()) as unknown] : []));
    },
  };
}
