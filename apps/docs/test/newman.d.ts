declare module 'newman' {
  interface Execution {
    item: { name: string };
    response?: { code: number };
  }

  interface Summary {
    run: { executions: Execution[] };
  }

  interface Options {
    collection: object;
    envVar: { key: string; value: string }[];
  }

  const newman: { run(options: Options, callback: (error: Error | null, summary: Summary) => void): void };
  export default newman;
  export type { Summary };
}
