import type { ErrorCode, FaultStep } from '@vpcep/mock';

/** A script as one writes it: its steps, or the first word that is no step. */
export type ReadScript = { readonly steps: FaultStep[] } | { readonly unknown: string };

/** The words that stand for steps with one plain effect. */
const words: Readonly<Record<string, FaultStep>> = { pass: 'pass', drop: { drop: 'request' } };

/** Reads a script such as `503, 503, pass, EndPoint.0001, 2s, drop`. */
export function readScript(text: string, isCode: (word: string) => word is ErrorCode): ReadScript {
  const steps: FaultStep[] = [];
  for (const word of text.split(/[\s,，]+/).filter((part) => part !== '')) {
    const step = readStep(word, isCode);
    if (step === undefined) return { unknown: word };
    steps.push(step);
  }
  return { steps };
}

function readStep(word: string, isCode: (word: string) => word is ErrorCode): FaultStep | undefined {
  if (Object.hasOwn(words, word)) return words[word];
  if (/^[45]\d\d$/.test(word)) return Number(word);
  if (/^\d+(\.\d+)?(ms|s|m|h)$/.test(word)) return { latency: word as `${number}ms` };
  return isCode(word) ? { error: word } : undefined;
}
