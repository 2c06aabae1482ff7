import { readFile } from 'node:fs/promises';
import { VpcepError } from '@vpcep/client';
import { documentAsOf, nameOf } from './documents.js';
import { DriftError } from './drift-error.js';
import { driftOf } from './drift-of.js';
import { readOptions, usage } from './options.js';
import { baseUrlOf, planText, readLive } from './read-live.js';
import { reportOf } from './report/report.js';
import { type Har, readHar } from './traffic/har.js';
import { version } from './version.js';

/** Where the command writes: what was asked for to `out`, all else to `err`. */
export interface Output {
  out: (text: string) => void;
  err: (text: string) => void;
}

const toProcess: Output = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
};

/** Runs the command `vpcep-drift`, and returns the code that it ends with. */
export async function run(args: string[], { out, err } = toProcess): Promise<0 | 1 | 2> {
  try {
    const options = readOptions(args);
    const { asOf, har: file, region } = options;
    const document = documentAsOf(asOf);
    if (options.help || options.list) {
      out(options.help ? usage : planText(document, options));
      return 0;
    }
    const baseUrl = baseUrlOf(options);
    const har: Har = file === undefined ? await readLive(document, options, err) : readHar(await textOf(file), file);
    const { findings, traffic } = driftOf(har, {
      ...(baseUrl !== undefined && { baseUrl }),
      ...(asOf !== undefined && { asOf }),
    });
    const elsewhere = file === undefined ? 'not a region of the cloud' : 'as recorded (please add them)';
    const tool = `@vpcep/drift ${version}`;
    out(reportOf(findings, { where: region ?? elsewhere, document: nameOf(document, asOf), tool, traffic }));
    return findings.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DriftError || error instanceof VpcepError)) throw error;
    err(`vpcep-drift: ${error.message}`);
    return 2;
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new DriftError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
