import { parseArgs } from 'node:util';
import { readCredentials } from './authentication/credentials.js';
import { laterStates } from './generated/document.js';
import { textOf } from './log/log-text.js';
import type { Log } from './log/log.js';
import { MockStartError } from './mock-start-error.js';
import type { MockOptions } from './options.js';
import { isScenarioName, scenarioNames } from './scenarios/index.js';
import { startMock } from './start-mock.js';
import { furtherStages, isStage, isTransition, kinds, stages, transitionRule, type Transitions } from './transition.js';

const usage = `Usage: vpcep-mock [options]

A mock server of the Huawei Cloud VPC Endpoint API. It checks every request against the OpenAPI document and remembers
what it is told. A Prefer header chooses one of the document's answers instead:
  Prefer: code=404          the answer with this status
  Prefer: example=creating  the example with this name
  Prefer: dynamic=true      values made up from the schema

Options:
  --port <number>      port to listen on; 0 takes a free one (default: 4010)
  --host <address>     address to listen on (default: 127.0.0.1)
  --scenario <name>    what it remembers at the start: ${scenarioNames.join(', ')} (default: empty)
  --transitions <how>  how creations and deletions proceed: immediate, 'time(3s)', or 'manual(2)', which is after
                       two polls of the details (default: time(3s)); 'NAME=HOW' is about something else, and may be
                       given several times: ${furtherStages.join(',\n                       ')}
  --clock <mode>       system, or manual: moved only by POST /_mock/clock (default: system)
  --seed <text>        what IDs and chance are made from (default: vpcep)
  --region <name>      the region in the names of services (default: cn-north-4)
  --regional           be without the calls that only other regions have: they are answered with status 404
  --auth <mode>        any token and any signature, or strict: only known ones, which are verified (default: any)
  --credentials <file> the known ones, in JSON (default: the mock's own, which are in its README)
  --unknown-fields <how>  of bodies: refuse, or warn: let them through, keep, show and log them (default: refuse)
  --persist <folder>   keep what it remembers in a folder, and go on from there at the next start
  --stateless          remember nothing: answer with the document's examples
  --as-of <month>      the state of the API, ${laterStates.join(', ')}: its rules where they contradict tables 1 to 7 (default:
                       the tables)
  --document <file>    another OpenAPI document, in JSON or YAML; it may refer to other files
  --watch              pick up changes in any file of the document, and keep what is remembered
  --json               log in JSON, one object per line
  --quiet              do not log requests
  --help               show this text
`;

/** A mistake in how the command was called. */
class UsageError extends Error {}

function readOptions(args: string[]): MockOptions | 'help' {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        document: { type: 'string' },
        'as-of': { type: 'string' },
        scenario: { type: 'string' },
        transitions: { type: 'string', multiple: true },
        clock: { type: 'string' },
        auth: { type: 'string' },
        credentials: { type: 'string' },
        'unknown-fields': { type: 'string' },
        seed: { type: 'string' },
        region: { type: 'string' },
        regional: { type: 'boolean', default: false },
        persist: { type: 'string' },
        stateless: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  if (values.help) return 'help';
  const { port, host, document, scenario, transitions, clock, seed, region, persist } = values;
  const { 'as-of': month, auth, credentials, regional, stateless, watch, json, quiet } = values;
  const { 'unknown-fields': unknownFields } = values;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65535)) {
    throw new UsageError(`--port must be a whole number from 0 to 65535, not "${port}"`);
  }
  if (scenario !== undefined && !isScenarioName(scenario)) {
    throw new UsageError(`--scenario must be one of ${scenarioNames.join(', ')}, not "${scenario}"`);
  }
  const asOf = laterStates.find((state) => state === month);
  if (month !== undefined && asOf === undefined) {
    throw new UsageError(`--as-of must be ${laterStates.join(' or ')}, not "${month}"`);
  }
  if (asOf !== undefined && document !== undefined) {
    throw new UsageError('--as-of is about the document of the mock, and --document names another; use one');
  }
  if (persist === '') throw new UsageError('--persist must name a folder');
  if (persist !== undefined && stateless) {
    throw new UsageError('--persist keeps what the mock remembers, and --stateless has it remember nothing; use one');
  }
  if (clock !== undefined && clock !== 'system' && clock !== 'manual') {
    throw new UsageError(`--clock must be system or manual, not "${clock}"`);
  }
  if (auth !== undefined && auth !== 'any' && auth !== 'strict') {
    throw new UsageError(`--auth must be any or strict, not "${auth}"`);
  }
  if (credentials !== undefined && auth !== 'strict') {
    throw new UsageError('--credentials needs --auth strict; with any, no credentials are verified');
  }
  if (unknownFields !== undefined && unknownFields !== 'refuse' && unknownFields !== 'warn') {
    throw new UsageError(`--unknown-fields must be refuse or warn, not "${unknownFields}"`);
  }
  if (watch && document === undefined) {
    throw new UsageError('--watch needs a document to watch; name it with --document <file>');
  }
  return {
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(host === undefined ? {} : { host }),
    ...(document === undefined ? {} : { document }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(transitions === undefined ? {} : { transitions: readTransitions(transitions) }),
    ...(clock === undefined ? {} : { clock }),
    ...(auth === undefined ? {} : { auth: credentials === undefined ? auth : readCredentials(credentials) }),
    ...(seed === undefined ? {} : { seed }),
    ...(region === undefined ? {} : { region }),
    ...(unknownFields === undefined ? {} : { unknownFields }),
    regional,
    ...(persist === undefined ? {} : { persist }),
    stateful: !stateless,
    watch,
    log: createLog(json, quiet),
  };
}

/** Reads how stages proceed: those that are named, and creations and deletions where none is. */
function readTransitions(texts: readonly string[]): Partial<Transitions> {
  const transitions: Partial<Transitions> = {};
  for (const text of texts) {
    const separator = text.indexOf('=');
    const stage = text.slice(0, Math.max(separator, 0));
    const how = text.slice(separator + 1);
    if (!isTransition(how)) throw new UsageError(`--transitions must be ${transitionRule}, not "${how}"`);
    if (separator >= 0 && !isStage(stage)) {
      throw new UsageError(`--transitions must be of ${stages.join(', ')}, not of "${stage}"`);
    }
    for (const name of isStage(stage) ? [stage] : kinds) transitions[name] = how;
  }
  return transitions;
}

function createLog(json: boolean, quiet: boolean): Log {
  const { stdout } = process;
  // This heeds NO_COLOR, and what the terminal can show.
  const colour = stdout.isTTY && stdout.hasColors();
  return (entry) => {
    if (quiet && entry.event === 'request' && entry.failure === undefined) return;
    stdout.write(`${json ? JSON.stringify(entry) : textOf(entry, colour)}\n`);
  };
}

/** Runs the command `vpcep-mock`, until it is told to stop by a signal. */
export async function run(args: string[]): Promise<void> {
  try {
    const options = readOptions(args);
    if (options === 'help') {
      process.stdout.write(usage);
      return;
    }
    const mock = await startMock(options);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close());
  } catch (error) {
    if (!(error instanceof MockStartError || error instanceof UsageError)) throw error;
    process.stderr.write(`vpcep-mock: ${error.message}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
