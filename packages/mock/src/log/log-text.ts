import { styleText } from 'node:util';
import { harmless } from '../shown/harmless.js';
import type { LogEntry, RequestEntry } from './log.js';

type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

const coloured: Style = (format, text) => styleText(format, text, { validateStream: false });
const plain: Style = (_, text) => text;

const timeOfDay = (time: string) => new Date(time).toTimeString().slice(0, 8);

function colourOf({ status = 500 }: RequestEntry): 'green' | 'yellow' | 'red' {
  if (status >= 500) return 'red';
  return status >= 400 ? 'yellow' : 'green';
}

function textOfRequest(entry: RequestEntry, style: Style): string {
  const { method, path, status, duration_ms: duration, operation, fault, error_code: code } = entry;
  const { explanation = [], failure } = entry;
  const parts = [
    harmless(method),
    harmless(path),
    style(colourOf(entry), status === undefined ? 'cut off' : String(status)),
    style('dim', `${duration} ms`),
    ...(operation === undefined ? [] : [harmless(operation)]),
    ...(fault === undefined ? [] : [style('magenta', `[fault: ${harmless(fault)}]`)]),
    ...(code === undefined ? [] : [style(colourOf(entry), harmless(`${code} ${entry.error_msg ?? ''}`))]),
  ];
  const lines = explanation.map((line) => `  ${harmless(line)}`);
  // Of a stack, the lines stay.
  const stack = failure === undefined ? [] : failure.split('\n').map(harmless);
  return [parts.join(' '), ...lines, ...stack].join('\n');
}

/** What a person reads of an entry: one line, but for credentials that are refused, and for a failure of the mock itself, which show where to look. */
export function textOf(entry: LogEntry, colour: boolean): string {
  const style = colour ? coloured : plain;
  if (entry.event === 'listening') return `vpcep-mock listens on ${harmless(entry.url)}`;
  if (entry.event === 'warning') return style('yellow', `vpcep-mock: ${harmless(entry.message)}`);
  const time = style('dim', timeOfDay(entry.time));
  if (entry.event === 'request') return `${time} ${textOfRequest(entry, style)}`;
  if (entry.event === 'persistence') {
    const { folder, problem } = entry;
    return problem === undefined
      ? `${time} ${style('cyan', `everything is kept in ${harmless(folder)} again`)}`
      : `${time} ${style('red', `${harmless(folder)}: ${harmless(problem)}`)}`;
  }
  if (entry.event === 'dropped') {
    const line = `${entry.entries} lines of the log are left out here: whoever reads it is too slow`;
    return `${time} ${style('yellow', line)}`;
  }
  const { operations = 0, problem } = entry;
  const document = harmless(entry.document);
  return problem === undefined
    ? `${time} ${style('cyan', `${document} has changed and is in use, with ${operations} operations`)}`
    : `${time} ${style('red', `${document} cannot be used, the last one that could stays in use: ${harmless(problem)}`)}`;
}

/** An entry as one line of JSON. */
export const jsonOf = (entry: LogEntry): string => harmless(JSON.stringify(entry));
