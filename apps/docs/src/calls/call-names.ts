import {
  type DescribedOperation,
  type Document,
  operationAddress,
  operationsOf,
  required,
} from '@vpcep/openapi/reader';

/** A call as its readers know it, by its summary. Its operationId is what SDKs have. */
export interface NamedCall {
  operationId: string;
  summary: string;
}

/**
 * Writes what texts call by their operationIds, which only readers of SDKs know, by their summaries, in quotation marks.
 */
export interface CallNames {
  /**
   * Of a text in Markdown, in which names are code: each becomes a link to where the site has the call, as `addressOf`
   * sees it, or else from the folder of the language.
   */
  linked: (markdown: string, addressOf?: (address: string) => string) => string;
  /** Of a text in Markdown that cannot have links. */
  quoted: (markdown: string) => string;
  /** Of a plain text: what lies between the calls that it names, and the calls. */
  partsOf: (text: string) => (string | NamedCall)[];
}

/** A link to a call, in Markdown. */
export const callInMarkdown = ({ operationId, summary }: NamedCall, address: string): string =>
  `[${summary}](${address} "${operationId}")`;

/** The words of a text in parts. */
export const wordsOfParts = (parts: readonly (string | NamedCall)[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.summary)).join('');

/** What the calls of a document are to be called in texts of its language. */
export function callNames(document: Document): CallNames {
  const calls = new Map(operationsOf(document).map((described) => [described.operationId, namedCall(described)]));
  // Chinese sets code apart with blanks, and what is in quotation marks without.
  const blank = (side: 'before' | 'after') =>
    side === 'before' ? '(?<=[\\p{Script=Han}，。；：、）]) ' : ' (?=[\\p{Script=Han}（])';
  const around = (name: string) => new RegExp(`(?:${blank('before')})?${name}(?:${blank('after')})?`, 'gu');
  const inCode = around('(?<!\\[)`(\\w+)`(?!\\]\\()');
  const inPlain = around(`\\b(${[...calls.keys()].join('|')})\\b`);

  const written = (markdown: string, write: (call: NamedCall) => string) =>
    markdown.replace(inCode, (code, name: string) => {
      const call = calls.get(name);
      return call === undefined ? code : `“${write(call)}”`;
    });
  return {
    linked: (markdown, addressOf = (address) => address) =>
      written(markdown, (call) => callInMarkdown(call, addressOf(operationAddress(call.operationId)))),
    quoted: (markdown) => written(markdown, ({ summary }) => summary),
    partsOf(text) {
      // A text is split at what is captured: every second part is a name.
      const parts = text.split(inPlain);
      return parts.map((part, index) => {
        const call = index % 2 === 1 ? calls.get(part) : undefined;
        if (call !== undefined) return call;
        return `${index > 0 ? '”' : ''}${part}${index < parts.length - 1 ? '“' : ''}`;
      });
    },
  };
}

export const namedCall = (described: DescribedOperation): NamedCall => ({
  operationId: described.operationId,
  summary: required(described.operation.summary, described, 'summary'),
});
