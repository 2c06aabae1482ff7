import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** A request, and the answer that is owed for it. */
export class Exchange {
  #isOver = false;
  #waiting: (() => void)[] = [];

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
  ) {}

  /** Whether the answer was sent, or cannot be any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  end(): void {
    this.#isOver = true;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Resolves once it is over. */
  over(): Promise<void> {
    return this.#isOver ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }
}

interface Connection {
  /** What came last on it, over or not. */
  latest: Exchange | undefined;
  readonly owed: Set<Exchange>;
}

/** The exchanges on each connection of a server, in the order of their requests. */
export class Exchanges {
  readonly #connections = new WeakMap<Duplex, Connection>();
  #owed = 0;
  #whenNoneIsOwed: () => void = () => undefined;

  /** Notes a request. Returns the exchange before it on its connection. */
  begin(request: IncomingMessage, response: ServerResponse): Exchange | undefined {
    const connection = this.#connectionOf(request.socket);
    const before = connection.latest;
    const exchange = new Exchange(request, response);
    connection.latest = exchange;
    connection.owed.add(exchange);
    this.#owed++;
    response.once('close', () => {
      this.#end(connection, exchange);
    });
    return before;
  }

  /** What came last on a connection. */
  latest(socket: Duplex): Exchange | undefined {
    return this.#connections.get(socket)?.latest;
  }

  /** Resolves once no answer is owed. */
  settled(): Promise<void> {
    return this.#owed === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          this.#whenNoneIsOwed = resolve;
        });
  }

  #connectionOf(socket: Duplex): Connection {
    let connection = this.#connections.get(socket);
    if (connection === undefined) {
      const made: Connection = { latest: undefined, owed: new Set() };
      connection = made;
      this.#connections.set(socket, made);
      // An answer that waits for the one before it is not told that its connection is gone.
      socket.once('close', () => {
        for (const exchange of made.owed) this.#end(made, exchange);
      });
    }
    return connection;
  }

  #end(connection: Connection, exchange: Exchange): void {
    if (!connection.owed.delete(exchange)) return;
    exchange.end();
    if (--this.#owed === 0) this.#whenNoneIsOwed();
  }
}
