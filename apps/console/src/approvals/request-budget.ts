const minuteMs = 60_000;

/** How many requests a page makes in a minute that nobody has asked for. What the reader does makes others. */
export const mostInMinute = 8;

/** Keeps the requests of a page within a limit. */
export class RequestBudget {
  #spent: number[] = [];

  /** Counts a request, or several. */
  spend(requests = 1): void {
    const now = Date.now();
    this.#spent = [...this.#spent.filter((time) => time > now - minuteMs), ...Array<number>(requests).fill(now)];
  }

  /** How long to wait before the next request, in milliseconds. */
  waitMs(): number {
    const oldest = this.#spent.at(-mostInMinute);
    return oldest === undefined ? 0 : Math.max(0, oldest + minuteMs - Date.now());
  }

  /** Begins anew, as the reader has asked for more. */
  clear(): void {
    this.#spent = [];
  }
}
