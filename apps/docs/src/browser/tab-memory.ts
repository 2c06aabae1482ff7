import { store, stored } from './stored.js';

const storage = () => sessionStorage;

/** What the pages of the site remember for one another while the tab is open. */
export interface TabMemory<T> {
  read: () => T | undefined;
  write: (value: T | undefined) => void;
}

/** Whether the browser lets pages remember anything. */
export function tabRemembers(): boolean {
  store(storage, 'remembers', 'yes');
  return stored(storage, 'remembers') === 'yes';
}

/** Remembers a value under a name. Where the browser stores nothing, it lasts as long as the page. */
export function tabMemory<T>(name: string): TabMemory<T> {
  let onPage: T | undefined;
  return {
    read() {
      const text = stored(storage, name);
      return text === undefined ? onPage : ((JSON.parse(text) as T | null) ?? undefined);
    },
    write(value) {
      onPage = value;
      store(storage, name, JSON.stringify(value ?? null));
    },
  };
}
