/** Something that is due at a time. */
interface Entry<T> {
  readonly at: number;
  readonly place: number;
  readonly what: T;
}

const earlier = <T>(a: Entry<T>, b: Entry<T>) => a.at < b.at || (a.at === b.at && a.place < b.place);

/** What is due when: a binary heap, the earliest on top; of two that are due at once, that which was added first. */
export class Timeline<T> {
  readonly #heap: Entry<T>[] = [];
  #places = 0;

  add(at: number, what: T): void {
    const entry = { at, place: ++this.#places, what };
    let index = this.#heap.push(entry) - 1;
    for (;;) {
      const above = (index - 1) >> 1;
      const other = this.#heap[above];
      if (index === 0 || other === undefined || !earlier(entry, other)) break;
      this.#heap[index] = other;
      index = above;
    }
    this.#heap[index] = entry;
  }

  /** When the next is due; undefined when nothing is. */
  get next(): number | undefined {
    return this.#heap[0]?.at;
  }

  /** All that is there, in the order in which it was added. */
  inOrder(): T[] {
    return [...this.#heap].sort((a, b) => a.place - b.place).map(({ what }) => what);
  }

  /** Takes off what is due first, if it is due by then. */
  takeDue(now: number): { at: number; what: T } | undefined {
    const [top] = this.#heap;
    if (top === undefined || top.at > now) return undefined;
    const last = this.#heap.pop();
    if (last !== undefined && this.#heap.length > 0) this.#sink(last);
    return top;
  }

  #sink(entry: Entry<T>): void {
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      let other = this.#heap[below];
      const right = this.#heap[below + 1];
      if (other !== undefined && right !== undefined && earlier(right, other)) {
        below++;
        other = right;
      }
      if (other === undefined || earlier(entry, other)) break;
      this.#heap[index] = other;
      index = below;
    }
    this.#heap[index] = entry;
  }
}
