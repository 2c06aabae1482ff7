/** Takes one line for every request, once it is answered. */
export type Log = (line: string) => void;
