import { store, stored } from './stored.js';

const key = 'place';
const session = () => sessionStorage;

/**
 * Where the reader is: in which of the elements with an id, at which part of it, and how far into that part.
 * The pages have the same elements in every language, only higher or lower ones.
 */
interface Place {
  id: string;
  part: number;
  parts: number;
  /** From 0, its upper edge, to 1, its lower. */
  share: number;
}

// Not the paragraphs and lists: a translation may have fewer or more.
const partsOf = (element: Element) => [element, ...element.querySelectorAll('h1, h2, h3, tr, pre, button')];
const headerBottom = () => document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;

/** Keeps the reader's place for the next page. */
export function keepPlace(): void {
  const line = headerBottom() + 1;
  const isAbove = (element: Element) =>
    element.getClientRects().length > 0 && element.getBoundingClientRect().top <= line;
  const section = [...document.querySelectorAll('main [id]')].filter(isAbove).at(-1);
  if (section === undefined) return;
  const parts = partsOf(section);
  const part = Math.max(0, parts.map(isAbove).lastIndexOf(true));
  const { top, height } = (parts[part] ?? section).getBoundingClientRect();
  const place: Place = { id: section.id, part, parts: parts.length, share: (line - top) / height };
  store(session, key, JSON.stringify(place));
}

/**
 * Goes to the place that the page before has kept.
 *
 * @returns whether there was one.
 */
export function returnToPlace(): boolean {
  const kept = stored(session, key);
  if (kept === undefined) return false;
  sessionStorage.removeItem(key);
  const { id, part, parts, share } = JSON.parse(kept) as Place;
  const section = document.getElementById(id);
  if (section === null) return false;
  const here = partsOf(section);
  // What the reader has opened is closed again, and counts as less.
  const element = here[here.length === parts ? part : Math.floor((part * here.length) / parts)] ?? section;
  const { top, height } = element.getBoundingClientRect();
  scrollBy({ top: top + share * height - headerBottom() - 1, behavior: 'instant' });
  return true;
}
