/** How long the browser may be kept from a press, in milliseconds: half of what a frame has. */
const longest = 8;

/** Ends when the browser has done what was waiting, such as a press. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    // A timer would wait for some milliseconds more each time.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Ends when the browser has painted what has changed. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      void nextTask().then(resolve);
    });
  });

/** What work in small pieces calls after each of them: when they have taken long enough, the browser has its turn. */
export function breathe(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longest) return undefined;
    return nextTask().then(() => {
      since = performance.now();
    });
  };
}
