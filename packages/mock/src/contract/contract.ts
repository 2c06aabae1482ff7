import type { IHttpRequest } from '@stoplight/prism-http';
import type { IHttpOperation } from '@stoplight/types';
import { codeAt, commonCode, type Path } from '@vpcep/rules';
import { type Answer, type ErrorCode, errorOfCode, serviceError } from '../answer.js';
import type { Behave } from '../behaviour/behave.js';
import { hasBehaviour } from '../behaviour/index.js';
import type { UnknownFields } from '../behaviour/unknown-fields.js';
import { codeOfKind } from '../generated/error-catalogue.js';
import type { Store } from '../store/store.js';
import { answerDiagnostics, describeAnswer } from './answer-check.js';
import { isLarge } from './large-body.js';
import { type Preference, readPreference } from './prefer.js';
import { type LaterRequests, liftedRule } from './lifted-rules.js';
import { readQuery } from './query.js';
import {
  argumentsSchema,
  filledArguments,
  type PreparedOperation,
  readArguments,
  type RequestArguments,
  type RequestContract,
} from './requests.js';
import type { ReadMore } from './read-more.js';
import { isInRegion } from './regions.js';
import { createRoutes, type Route } from './routes.js';
import { takeUnknown } from './take-unknown.js';
import type { Diagnostic, DocumentedAnswer, Validation } from './validation.js';
import { describeViolations, type Violation, violationsOf } from './violations.js';

/** What the document says: which operations there are, what each accepts, and what it answers. */
export interface Contract {
  readonly operations: readonly IHttpOperation[];
  /** Finds the operation that a request is for. */
  route(method: string, path: string): Route;
  /**
   * Answers a request to one operation: from what the mock remembers, or, where that knows nothing, from the document.
   */
  answer(operation: IHttpOperation, request: IHttpRequest, met: Met): Promise<Answer>;
}

/** What a request meets. It keeps to that, even if another state takes its place before the answer. */
export interface Met {
  readonly store: Store;
  /** What is created shall fail later, with this code. */
  readonly creationFails?: ErrorCode | undefined;
  /** What the URL of the request has before the path. */
  readonly baseUrl: string;
  /** Is told that the document allows the request, before it takes effect. */
  readonly onAllowed: () => void;
}

const missingCredentials =
  'Send the header X-Auth-Token, or sign the request and send Authorization; the mock accepts any value.';

/**
 * How often an answer is made up again when it breaks the document. The generator takes `{ a, b }` and `{ b, a }` for
 * different items of a list, so that once in about a thousand lists two are equal that may not be.
 */
const maxRegenerations = 20;

/** How requests are answered that the document allows. */
export interface Answering {
  /** Answers from what the mock remembers; without it, the document alone answers. */
  readonly behave?: Behave | undefined;
  /** Takes the fields of bodies that the document does not know; without it, they are refused. */
  readonly unknownFields?: UnknownFields | undefined;
  /** What later states allow that the document does not, to be said where it refuses. */
  readonly laterRequests?: LaterRequests;
  /** Says in the log where to read about what is wrong with a request to an operation. */
  readonly readMore?: ReadMore | undefined;
  /** The region whose operations alone there are; without one, there are all. */
  readonly region?: string | undefined;
}

/** Makes the contract from the operations of a document, and what holds requests and answers against it. */
export function createContract(
  documented: readonly PreparedOperation[],
  validation: Validation,
  { behave, unknownFields, laterRequests = () => [], readMore, region }: Answering = {},
): Contract {
  const there = region === undefined ? documented : documented.filter(({ operation }) => isInRegion(region)(operation));
  const contracts = new Map(there.map(({ operation, contract }) => [operation, contract]));
  const operations = [...contracts.keys()];

  return {
    operations,
    route: createRoutes(operations),
    async answer(operation, request, met) {
      const contract = contracts.get(operation)?.();
      if (contract === undefined) throw new Error(`${operation.path} is an operation of another contract`);
      if (unknownFields === undefined) return answerKnown(contract, request, met);
      const { body, places, fields } = takeUnknown(contract.body, request.body);
      const known = await answerKnown(contract, { ...request, body }, met);
      unknownFields.keep(met.store, known, fields);
      const answer = unknownFields.show(met.store, known);
      // What the document knows of results alone may not be what a request said.
      const isDocumented = answerDiagnostics(validation, operation, answer).length === 0;
      const given = isDocumented ? answer : known;
      if (places.length === 0) return given;
      return { ...given, explanation: [...(given.explanation ?? []), `let through: ${describeUnknown(places)}`] };
    },
  };

  /** Answers a request whose fields the document knows, or refuses it. */
  async function answerKnown(
    contract: RequestContract,
    request: IHttpRequest,
    { store, creationFails, baseUrl, onAllowed }: Met,
  ): Promise<Answer> {
    const { operation } = contract;
    const refuse = (args: RequestArguments, diagnostics: readonly Diagnostic[]) => {
      const found = violationsOf(validation, contract, args, diagnostics, () => laterRequests(operation.id));
      return found.length > 0 ? { ...invalid(found), ...readMore?.(operation, found) } : undefined;
    };
    const read = readRequest(validation, contract, request, refuse);
    if ('answer' in read) return read.answer;
    const { asked, args, preference } = read;
    const remembers = behave !== undefined && !preference.chosen && hasBehaviour(operation.iid ?? '');
    if (!remembers) return answerFromDocument({ validation, onAllowed }, contract, asked, args, preference, refuse);
    const answer = await validation.check(operation, asked, (diagnostics) => {
      const problem = problemWith(args, diagnostics, refuse);
      if (problem !== undefined) return problem;
      onAllowed();
      const { maxItems } = contract;
      const laterMaxItems = (name: string, items: readonly unknown[]) =>
        liftedRule({ path: ['body', name], rule: 'maxItems' }, argumentsSchema(contract), laterRequests(operation.id), {
          ...args,
          body: { [name]: items },
        });
      const call = { ...filledArguments(contract, args), maxItems, laterMaxItems, baseUrl };
      return behave(operation, creationFails === undefined ? call : { ...call, creationFails }, store);
    });
    return requireDocumented(operation, answer, answerDiagnostics(validation, operation, answer));
  }
}

/** The answer to a request that breaks the document; undefined when it does not. */
type Refuse = (args: RequestArguments, diagnostics: readonly Diagnostic[]) => Answer | undefined;

const describeUnknown = (places: readonly Path[]): string =>
  describeViolations(places.map((place) => ({ path: ['body', ...place], text: 'is not known' })));

/** A request that can be checked. */
interface ReadableRequest {
  /** As the validation is asked. */
  readonly asked: IHttpRequest;
  readonly args: RequestArguments;
  readonly preference: Preference;
}

/** Reads what the validation does not, or not strictly enough: preferences, the query, bodies that nobody asked for or that are huge. */
function readRequest(
  validation: Validation,
  contract: RequestContract,
  request: IHttpRequest,
  refuse: Refuse,
): ReadableRequest | { answer: Answer } {
  const { operation, rules } = contract;
  const preference = readPreference(request.headers?.['prefer'], operation, validation.makesNothingUp);
  if ('problem' in preference) {
    return { answer: serviceError(codeOfKind.request, `header.Prefer: ${preference.problem}.`) };
  }
  const query = readQuery(validation, operation.request?.query ?? [], request.url.query ?? {});
  if ('problem' in query) {
    const { parameter, problem } = query;
    const code = codeAt(rules.codes, ['query', parameter], 'type', codeOfKind.request);
    return { answer: errorOfCode(code, `query.${parameter} ${problem}.`) };
  }
  const { body } = request;
  if (body !== undefined && operation.request?.body === undefined) {
    return { answer: serviceError(codeOfKind.request, 'body: the operation takes none; leave it out.') };
  }
  const args = readArguments(contract, request.url.path, query.known, body);
  const relaxed = operation.request?.body?.contents?.[0]?.schema;
  if (relaxed !== undefined && isLarge(body)) {
    const first = validation.firstViolation(relaxed, body, ['body']);
    const answer = first.length > 0 ? refuse(args, first) : undefined;
    if (answer !== undefined) return { answer };
  }
  // The validation chooses by media types, and Prism fails at odd ones; the API knows JSON alone.
  const { accept: _, 'content-type': __, 'content-length': ___, ...others } = request.headers ?? {};
  const headers = body === undefined ? others : { ...others, 'content-type': 'application/json' };
  return { asked: { ...request, headers, url: { ...request.url, query: query.known } }, args, preference };
}

/** The answer to a request that is not allowed; undefined when it is. */
function problemWith(args: RequestArguments, diagnostics: readonly Diagnostic[], refuse: Refuse): Answer | undefined {
  if (diagnostics.some(({ code }) => code === 401)) return serviceError(codeOfKind.authentication, missingCredentials);
  return refuse(args, diagnostics);
}

const invalid = (violations: readonly Violation[]): Answer =>
  errorOfCode(commonCode(violations, codeOfKind.request), `${describeViolations(violations)}${remedyOf(violations)}.`);

/** An option of the mock that helps, after what is wrong. */
const remedyOf = (violations: readonly Violation[]): string =>
  violations.some(({ rule }) => rule === 'additionalProperties')
    ? '; the mock lets unknown fields through with `--unknown-fields warn`'
    : '';

/** Answers with an example of the document, or with what is made up from its schemas. */
async function answerFromDocument(
  { validation, onAllowed }: { validation: Validation; onAllowed: () => void },
  contract: RequestContract,
  asked: IHttpRequest,
  args: RequestArguments,
  { config }: Preference,
  refuse: Refuse,
): Promise<Answer> {
  const { operation, mocked } = contract;
  async function mock(): Promise<DocumentedAnswer> {
    const result = await validation.answer(mocked, asked, config);
    return mocked === operation
      ? result
      : { ...result, response: answerDiagnostics(validation, operation, result.answer) };
  }
  try {
    let result = await mock();
    if (config.dynamic) {
      for (let more = maxRegenerations; more > 0 && result.response.length > 0; more -= 1) result = await mock();
    }
    const problem = problemWith(args, result.request, refuse);
    if (problem !== undefined) return problem;
    const answer = requireDocumented(operation, result.answer, result.response);
    onAllowed();
    return answer;
  } catch (error) {
    // Where the document has no answer to a request that it does not allow, the validation has none either.
    return await validation.check(operation, asked, (diagnostics) => {
      const problem = problemWith(args, diagnostics, refuse);
      if (problem === undefined) throw error;
      return problem;
    });
  }
}

/** An answer that the document allows. */
function requireDocumented(operation: IHttpOperation, answer: Answer, diagnostics: readonly Diagnostic[]): Answer {
  if (diagnostics.length === 0) return answer;
  throw new Error(
    `the document does not allow its own answer to ${operation.iid ?? operation.path}: ${describeAnswer(operation, answer, diagnostics)}`,
  );
}
