import { Fragment } from 'react';
import type { WorkflowStep } from '@vpcep/openapi/documents';
import { fieldAnchor, operationAddress } from '@vpcep/openapi/reader';
import { namedCall } from '../calls/call-names.js';
import { OperationLink } from '../calls/operation-link.js';
import type { Language } from '../site/languages.js';
import { renderWords } from '../site/markdown.js';
import { leavesOf, readableCondition, readableOutput, readValue } from './expressions.js';
import type { PlacedStep } from './workflow-steps.js';
import { workflowTexts } from './workflow-texts.js';

/** What a part of a workflow's page is made from. */
export interface WorkflowSources {
  language: Language;
  /** Where something is, seen from the page, that the site has at an address below the folder of the language. */
  addressOf: (address: string) => string;
  /** The ID of an anchor of the workflow's page. */
  idOf: (anchor: string) => string;
}

/** A step: what it calls, what it takes, when it has succeeded, and what it hands on. */
export function Step({
  placed,
  all,
  ...sources
}: WorkflowSources & { placed: PlacedStep; all: readonly PlacedStep[] }) {
  const { language, addressOf, idOf } = sources;
  const texts = workflowTexts[language];
  const { stepId, number, step, title, note, calls } = placed;
  const id = idOf(`step-${stepId}`);
  return (
    <section className="workflow-step">
      <h3 id={id}>
        <a href={`#${id}`}>
          {number}. <span dangerouslySetInnerHTML={{ __html: renderWords(title) }} />
        </a>
      </h3>
      {note !== undefined && <p dangerouslySetInnerHTML={{ __html: renderWords(note) }} />}
      {'operation' in calls ? (
        <p className="call">
          <OperationLink call={namedCall(calls.operation)} addressOf={addressOf} />
          <code className={`method ${calls.operation.method}`}>{calls.operation.method.toUpperCase()}</code>
          <code>{calls.operation.path}</code>
        </p>
      ) : (
        <p className="call">
          <a href={addressOf(`workflows/${calls.workflowId}/`)}>{calls.workflow.info.title}</a>
        </p>
      )}
      <dl>
        <div>
          <dt>{texts.calledBy}</dt>
          <dd>{placed.parties.map((party) => texts.parties[party]).join(texts.andParty)}</dd>
        </div>
        <Taken placed={placed} all={all} {...sources} />
        {step.successCriteria !== undefined && (
          <div>
            <dt>{texts.succeeds}</dt>
            <dd>
              <Conditions conditions={step.successCriteria} language={language} />
            </dd>
          </div>
        )}
        <Again step={step} language={language} />
        <HandedOn placed={placed} all={all} {...sources} />
      </dl>
      {'operation' in calls && (
        <p>
          <a
            className="try-step"
            href={addressOf(`${operationAddress(calls.operation.operationId)}#try`)}
            aria-label={`${texts.tryIt}: ${calls.operation.operation.summary ?? ''}`}
          >
            {texts.tryIt}
          </a>
        </p>
      )}
    </section>
  );
}

type StepSources = WorkflowSources & { placed: PlacedStep; all: readonly PlacedStep[] };

/** What goes into a step, and where it comes from. The token is who calls. */
function Taken({ placed, all, ...sources }: StepSources) {
  const { addressOf, language } = sources;
  const { calls, step } = placed;
  const tokens = placed.parties.map((party) => `$inputs.${party}`);
  const parameters = step.parameters
    .filter(({ value }) => !tokens.some((token) => token === value))
    .map(({ name, in: place, value }) => ({ label: name, path: [name], place, value }));
  const body = leavesOf(step.requestBody?.payload ?? {}).map((leaf) => ({ ...leaf, place: 'body' as const }));
  return (
    <div>
      <dt>{workflowTexts[language].takes}</dt>
      <dd>
        <ul>
          {[...parameters, ...body].map(({ label, path, place, value }, index) => (
            <li key={index}>
              {'operation' in calls && place !== undefined ? (
                <a
                  href={addressOf(
                    `${operationAddress(calls.operation.operationId)}#${fieldAnchor({ in: place, path })}`,
                  )}
                >
                  <code>{label}</code>
                </a>
              ) : (
                <code>{label}</code>
              )}
              {' = '}
              <Value value={value} all={all} {...sources} />
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

/** When a step that has not succeeded is tried again. */
function Again({ step, language }: { step: WorkflowStep; language: Language }) {
  const texts = workflowTexts[language];
  const [first, ...others] = step.onFailure ?? [];
  if (first === undefined) return null;
  const { retryAfter: after, retryLimit: limit } = first;
  if (others.some(({ retryAfter, retryLimit }) => retryAfter !== after || retryLimit !== limit)) {
    throw new Error('a step is tried again in two ways, which its page has no words for');
  }
  return (
    <div>
      <dt>{texts.again({ after, limit })}</dt>
      <dd>
        {[first, ...others].map(({ criteria }, index) => (
          <Fragment key={index}>
            {index > 0 && texts.or}
            <Conditions conditions={criteria} language={language} />
          </Fragment>
        ))}
      </dd>
    </div>
  );
}

function Value({ value, all, language, idOf }: WorkflowSources & { value: unknown; all: readonly PlacedStep[] }) {
  const texts = workflowTexts[language];
  const read = readValue(value);
  if ('literal' in read) return <code>{JSON.stringify(read.literal)}</code>;
  if ('input' in read) {
    return (
      <a href={`#${idOf('inputs')}`}>
        <code>{read.input}</code>
      </a>
    );
  }
  const from = all.find(({ stepId }) => stepId === read.stepId);
  if (from === undefined) throw new Error(`a step takes something from ${read.stepId}, which there is not`);
  return (
    <>
      <code>{read.output}</code>
      {texts.of}
      <a href={`#${idOf(`step-${from.stepId}`)}`}>{texts.step(from.number)}</a>
    </>
  );
}

/** Conditions that have to hold together. */
function Conditions({ conditions, language }: { conditions: readonly { condition: string }[]; language: Language }) {
  return conditions.map(({ condition }, index) => (
    <Fragment key={index}>
      {index > 0 && workflowTexts[language].and}
      <code>{readableCondition(condition)}</code>
    </Fragment>
  ));
}

/** What later steps take from a step. */
function HandedOn({ placed, all, language, idOf }: StepSources) {
  const texts = workflowTexts[language];
  return Object.entries(placed.step.outputs ?? {}).map(([name, expression]) => {
    const takers = all.filter(({ step }) => JSON.stringify(step).includes(`$steps.${placed.stepId}.outputs.${name}`));
    const place = readableOutput(expression);
    return (
      <div key={name}>
        <dt>
          {texts.handsOn} <code>{name}</code>
        </dt>
        <dd>
          {place !== undefined && <code>{place}</code>}
          {takers.length > 0 && texts.to}
          {takers.map(({ stepId, number }, index) => (
            <Fragment key={stepId}>
              {index > 0 && texts.separator}
              <a href={`#${idOf(`step-${stepId}`)}`}>{texts.step(number)}</a>
            </Fragment>
          ))}
        </dd>
      </div>
    );
  });
}
