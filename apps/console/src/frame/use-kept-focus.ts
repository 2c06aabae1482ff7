import { type RefObject, useEffect } from 'react';

/**
 * Keeps the focus where somebody is within an element. A button that goes once it was pressed, or a field that is switched
 * off while it is sent, would leave it to the whole page: who works by keyboard or screen reader began anew at the top.
 */
export function useKeptFocus(within: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = within.current;
    if (root === null) return undefined;
    /** What had the focus last, and what it is in, from inside out. */
    let path: readonly HTMLElement[] = [];
    const onFocusIn = ({ target }: FocusEvent) => {
      path = target instanceof HTMLElement && root.contains(target) ? pathOf(target, root) : path;
    };
    // Who presses beside everything wants the focus nowhere. What is pressed in a dialog is not beside it.
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || target.closest('[aria-modal=true]') === null) path = [];
    };
    const observer = new MutationObserver(() => {
      if (path.length === 0 || document.activeElement !== document.body) return;
      // A dialog keeps the focus itself.
      const dialogs = [...document.querySelectorAll('[aria-modal=true]')];
      if (dialogs.every((dialog) => dialog.getClientRects().length === 0))
        [...renderedAnew(path), ...path].find(takesFocus);
    });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('pointerdown', onPointerDown);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('pointerdown', onPointerDown);
      observer.disconnect();
    };
  }, [within]);
}

function pathOf(element: HTMLElement, root: HTMLElement): HTMLElement[] {
  const path = [element];
  for (let at = element; at !== root && at.parentElement !== null; at = at.parentElement) path.push(at.parentElement);
  return path;
}

/** A field that was emptied by being rendered anew has the same name. */
function renderedAnew([element]: readonly HTMLElement[]): HTMLElement[] {
  const again = element === undefined || element.id === '' ? null : document.getElementById(element.id);
  return again === null ? [] : [again];
}

/** Gives an element the focus. Returns whether it has it: what is gone, hidden or switched off has not. */
function takesFocus(element: HTMLElement): boolean {
  element.focus({ preventScroll: true });
  if (document.activeElement === element) return true;
  if (!element.isConnected || element.hasAttribute('tabindex') || element.matches(':disabled')) return false;
  // Around what is gone there is mostly nothing that one can go to: it may be left, but not be come to.
  element.tabIndex = -1;
  element.addEventListener(
    'blur',
    () => {
      element.removeAttribute('tabindex');
    },
    { once: true },
  );
  element.focus({ preventScroll: true });
  return document.activeElement === element;
}
