import { parseArgs } from 'node:util';
import { readCredentials } from './authentication/read-credentials.js';
import { MockConnectionError } from './connect/tell.js';
import { laterStates } from './generated/document.js';
import { NotKeptError } from './keeping.js';
import { createLineWriter } from './log/line-writer.js';
import { jsonOf, textOf } from './log/log-text.js';
import type { Log, LogEntry } from './log/log.js';
import { MockStartError } from './mock-start-error.js';
import { type OptionRule, optionRules, quotaRule } from './option-rules.js';
import type { MockOptions } from './options.js';
import { scenarioNames } from './scenarios/index.js';
import { serverOptionRules } from './server-option-rules.js';
import { harmless } from './shown/harmless.js';
import { askForNearest } from './shown/nearest.js';
import { shownText, shownValue } from './shown/shown-value.js';
import { runSnapshotCommand } from './snapshot-command.js';
import { type Mock, startMock } from './start-mock.js';
import type { Quotas } from './store/store.js';
import {
  furtherStages,
  isKind,
  isStage,
  isTransition,
  kinds,
  stages,
  transitionRule,
  type Transitions,
} from './transition.js';
import { UsageError } from './usage-error.js';
import { ControlError } from './values/control-error.js';
import { readVersion } from './version.js';

/** The environment variable that says what `--shared` does, so that no password is in the list of processes. */
const sharedVariable = 'VPCEP_MOCK_SHARED';

const usage = `Usage: vpcep-mock [options]
       vpcep-mock snapshot <command>, for which see vpcep-mock snapshot --help

A mock server of the Huawei Cloud VPC Endpoint API. It checks every request against the OpenAPI document and remembers
what it is told. A Prefer header chooses one of the document's answers instead:
  Prefer: code=404          the answer with this status
  Prefer: example=creating  the example with this name
  Prefer: dynamic=true      values made up from the schema

Options:
  --port <number>      port to listen on; 0 takes a free one (default: 4010)
  --host <address>     address to listen on (default: 127.0.0.1)
  --allow-host <name>  another name by which it may be called to control it, .example.com for all below it; may be given
                       several times
  --allow-origin <origin>  another origin whose pages may control it, such as https://console.example.com; may be given
                       several times
  --cert <file>        a certificate in PEM: speak HTTPS
  --key <file>         its private key in PEM
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
  --quota <kind=number>  how many resources of a kind a project may have, such as endpoint=500; may be given several
                       times (default: endpoint_service=100, endpoint=150)
  --unknown-fields <how>  of bodies: refuse, or warn: let them through, keep, show and log them (default: refuse)
  --persist <folder>   keep what it remembers in a folder, and go on from there at the next start
  --shared <url>       be one of the replicas of a mock that meet in Redis or Valkey under a name, such as
                       redis://127.0.0.1:6379/0?name=team (default: the environment variable ${sharedVariable})
  --stateless          remember nothing: answer with the document's examples
  --as-of <month>      the state of the API, ${laterStates.join(', ')}: its rules where they contradict tables 1 to 7 (default:
                       the tables)
  --document <file>    another OpenAPI document, in JSON or YAML; it may refer to other files
  --allow-remote-refs  let that document refer to other hosts, by http and https
  --watch              pick up changes in any file of the document, and keep what is remembered
  --json               log in JSON, one object per line
  --quiet              do not log requests
  -v, --version        show the version
  -h, --help           show this text
`;

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    port: text,
    host: text,
    'allow-host': texts,
    'allow-origin': texts,
    cert: text,
    key: text,
    document: text,
    'allow-remote-refs': flag,
    'as-of': text,
    scenario: text,
    transitions: texts,
    clock: text,
    quota: texts,
    auth: text,
    credentials: text,
    'unknown-fields': text,
    seed: text,
    region: text,
    regional: flag,
    persist: text,
    shared: text,
    stateless: flag,
    watch: flag,
    json: flag,
    quiet: flag,
    version: { ...flag, short: 'v' },
    help: { ...flag, short: 'h' },
  } as const;
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    const [message = ''] = error instanceof Error ? error.message.split('\n') : [String(error)];
    // Of an option that there is not, what else it says is about arguments, which there are none of.
    const [, unknown] = /^Unknown option '(-.*?)'/.exec(message) ?? [];
    const [, argument] = /^Unexpected argument '(.*)'\. /s.exec(message) ?? [];
    if (argument !== undefined) {
      throw new UsageError(
        `the only argument is snapshot, before all options, not ${shownValue(argument)}; leave it out`,
      );
    }
    if (unknown === undefined) throw new UsageError(shownText(message));
    const names = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(`there is no option ${shownText(unknown)}${askForNearest(unknown, names)}`);
  }
}

/** A value of an option that follows its rule, if there is one. */
function take<T>(
  option: string,
  value: string | number | undefined,
  { rule, holds }: OptionRule<T>,
  names: readonly string[] = [],
): T | undefined {
  if (value === undefined || holds(value)) return value;
  throw new UsageError(
    `--${option} must be ${rule}, not ${shownValue(String(value))}${askForNearest(String(value), names)}`,
  );
}

/** What an option that is a number says; what is no number stays as it is. */
const numberOf = (text: string | undefined) => (text !== undefined && /^\d+$/.test(text) ? Number(text) : text);

function readOptions(values: ReturnType<typeof parse>): MockOptions {
  const { stateless, watch, credentials } = values;
  const document = take('document', values.document, serverOptionRules.document);
  const asOf = take('as-of', values['as-of'], optionRules.asOf);
  const persist = take('persist', values.persist, serverOptionRules.persist);
  const auth = take('auth', values.auth, optionRules.auth);
  if (asOf !== undefined && document !== undefined) {
    throw new UsageError('--as-of is about the document of the mock, and --document names another; use one');
  }
  if (persist !== undefined && stateless) {
    throw new UsageError('--persist keeps what the mock remembers, and --stateless has it remember nothing; use one');
  }
  const given = values.shared ?? process.env[sharedVariable];
  const shared = given !== undefined && serverOptionRules.shared.holds(given) ? given : undefined;
  if (given !== undefined && shared === undefined) {
    // What it is may be secret, as may what is mistaken for it.
    throw new UsageError(`--shared must be ${serverOptionRules.shared.rule}`);
  }
  const [apart] = [
    persist === undefined ? [] : '--persist',
    stateless ? '--stateless' : [],
    watch ? '--watch' : [],
  ].flat();
  if (shared !== undefined && apart !== undefined) {
    throw new UsageError(`--shared keeps in Redis what all replicas remember, and goes without ${apart}; use one`);
  }
  if (credentials !== undefined && auth !== 'strict') {
    throw new UsageError('--credentials needs --auth strict; with any, no credentials are verified');
  }
  if (values['allow-remote-refs'] && document === undefined) {
    throw new UsageError('--allow-remote-refs needs a document that refers to others; name it with --document <file>');
  }
  if (watch && document === undefined) {
    throw new UsageError('--watch needs a document to watch; name it with --document <file>');
  }
  const credentialsFile = take('credentials', credentials, serverOptionRules.document);
  return {
    port: take('port', numberOf(values.port), serverOptionRules.port),
    host: take('host', values.host, serverOptionRules.host),
    allowedHosts: values['allow-host'],
    allowedOrigins: values['allow-origin'],
    cert: take('cert', values.cert, serverOptionRules.cert),
    key: take('key', values.key, serverOptionRules.key),
    document,
    allowRemoteRefs: values['allow-remote-refs'],
    asOf,
    scenario: take('scenario', values.scenario, optionRules.scenario, scenarioNames),
    transitions: readTransitions(values.transitions ?? []),
    clock: take('clock', values.clock, optionRules.clock),
    quotas: readQuotas(values.quota ?? []),
    auth: credentialsFile === undefined ? auth : readCredentials(credentialsFile),
    seed: take('seed', values.seed, optionRules.seed),
    region: take('region', values.region, optionRules.region),
    unknownFields: take('unknown-fields', values['unknown-fields'], optionRules.unknownFields),
    regional: values.regional,
    persist,
    shared,
    stateful: !stateless,
    watch,
    log: createLog(values),
  };
}

/** Reads how many resources of a kind there may be, one kind in each text. */
function readQuotas(texts: readonly string[]): Partial<Quotas> {
  const quotas: Partial<Quotas> = {};
  for (const text of texts) {
    const [, kind = '', number] = /^(.*?)=(.*)$/s.exec(text) ?? [];
    if (!isKind(kind)) {
      throw new UsageError(`--quota must be a kind and a number, such as endpoint=500, not ${shownValue(text)}`);
    }
    const quota = take(`quota ${kind}`, numberOf(number), quotaRule);
    if (quota !== undefined) quotas[kind] = quota;
  }
  return quotas;
}

/** Reads how stages proceed: those that are named, and creations and deletions where none is. */
function readTransitions(texts: readonly string[]): Partial<Transitions> {
  const transitions: Partial<Transitions> = {};
  for (const text of texts) {
    const separator = text.indexOf('=');
    const stage = text.slice(0, Math.max(separator, 0));
    const how = text.slice(separator + 1);
    if (!isTransition(how)) throw new UsageError(`--transitions must be ${transitionRule}, not ${shownValue(how)}`);
    if (separator >= 0 && !isStage(stage)) {
      throw new UsageError(`--transitions must be of ${stages.join(', ')}, not of ${shownValue(stage)}`);
    }
    for (const name of isStage(stage) ? [stage] : kinds) transitions[name] = how;
  }
  return transitions;
}

function createLog({ json, quiet }: { readonly json: boolean; readonly quiet: boolean }): Log {
  const { stdout } = process;
  // This heeds NO_COLOR, and what the terminal can show.
  const colour = stdout.isTTY && stdout.hasColors();
  const lineOf = (entry: LogEntry) => (json ? jsonOf(entry) : textOf(entry, colour));
  const write = createLineWriter(stdout, (entries) =>
    lineOf({ event: 'dropped', time: new Date().toISOString(), entries }),
  );
  return (entry) => {
    if (quiet && entry.event === 'request' && entry.failure === undefined) return;
    if (entry.event === 'warning') process.stderr.write(`${lineOf(entry)}\n`);
    else write(lineOf(entry));
  };
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * How long the process may take to end after a signal, and whoever reads its output, in milliseconds; and the last replica of a
 * shared mock, which writes down everything first.
 */
const endMs = { alone: 900, shared: 20_000 };

/** What can go wrong without a mistake in the mock. */
const expected = [UsageError, MockStartError, MockConnectionError, ControlError];

/** Runs the command `vpcep-mock`, until it is told to stop by a signal. */
export async function run(args: string[]): Promise<void> {
  // Whoever reads what it says may go at any time.
  process.stderr.on('error', () => undefined);
  const [command, ...rest] = args;
  try {
    if (command === 'snapshot') {
      await print(await runSnapshotCommand(rest));
      return;
    }
    const values = parse(args);
    if (values.help || values.version) {
      createLineWriter(process.stdout, String)(values.help ? usage.trimEnd() : readVersion());
      return;
    }
    const options = readOptions(values);
    const mock = await startMock(options);
    const stop = () => {
      // A second signal ends it at once.
      for (const signal of signals) process.off(signal, stop);
      setTimeout(() => process.exit(), options.shared === undefined ? endMs.alone : endMs.shared).unref();
      void end(mock);
    };
    for (const signal of signals) process.on(signal, stop);
  } catch (error) {
    if (!(error instanceof Error && expected.some((kind) => error instanceof kind))) throw error;
    process.stderr.write(`vpcep-mock: ${harmless(error.message)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

/** Writes all that a command has to say, unless whoever reads it has read enough. */
async function print(text: string): Promise<void> {
  const problem = await new Promise<NodeJS.ErrnoException | null | undefined>((resolve) => {
    process.stdout.on('error', resolve).write(text, resolve);
  });
  if (problem?.code === undefined || problem.code === 'EPIPE') return;
  throw new ControlError(`the standard output cannot be written (${problem.code}).`);
}

/** Stops a mock. What it cannot keep is said, since it is lost. */
async function end(mock: Mock): Promise<void> {
  try {
    await mock.close();
  } catch (error) {
    if (!(error instanceof NotKeptError)) throw error;
    process.stderr.write(`vpcep-mock: ${harmless(error.message)}\n`);
    process.exitCode = 1;
  }
}
