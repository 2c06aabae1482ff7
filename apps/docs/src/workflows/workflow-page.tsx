import { type Workflow, workflows } from '@vpcep/openapi/documents';
import type { Document } from '@vpcep/openapi/reader';
import { callNames } from '../calls/call-names.js';
import type { Language } from '../site/languages.js';
import { renderSentences, renderWords, wordsOf } from '../site/markdown.js';
import { renderSitePage } from '../site/site-page.js';
import { textsOf } from '../site/texts.js';
import { WalkLink } from './walk-link.js';
import { WorkflowPicture } from './workflow-picture.js';
import { Step } from './workflow-step.js';
import { stepsOf } from './workflow-steps.js';
import { workflowTexts } from './workflow-texts.js';

/** What the pages of workflows are made from. */
interface Sources {
  language: Language;
  document: Document;
  /** Where something is, seen from the page, that the site has at an address below the folder of the language. */
  addressOf: (address: string) => string;
}

/** A page of a workflow, in the words that a list or a search has for it. */
export interface WorkflowPage {
  workflowId: string;
  /** Its address below the folder of the language. */
  address: string;
  title: string;
  /** What it is for, in one line. */
  summary: string;
  /** What the page says in sentences, without the marks of Markdown. */
  text: string;
}

/** The pages of all workflows, those first that others begin with. */
export const workflowPages = (language: Language): WorkflowPage[] =>
  Object.entries(workflows[language]).map(([workflowId, { info, summary, description, steps }]) => ({
    workflowId,
    address: `workflows/${workflowId}/`,
    ...info,
    text: [summary, description, ...Object.values(steps).map((step) => step.description)].map(wordsOf).join(' '),
  }));

/** Renders the page of a workflow. */
export function renderWorkflowPage(
  page: WorkflowPage,
  language: Language,
  document: Document,
  documentHash: string,
): string {
  const { workflowId, address, title, summary } = page;
  const addressOf = (target: string) => `../../${target}`;
  return renderSitePage({
    language,
    path: address,
    title,
    description: summary,
    documentHash,
    styles: ['text.css', 'workflows.css'],
    content: <WorkflowInFull workflowId={workflowId} language={language} document={document} addressOf={addressOf} />,
  });
}

/** All workflows one after another, for the single file. */
export function AllWorkflows(sources: Sources) {
  return (
    <>
      <section id="workflows">
        <WorkflowList {...sources} />
      </section>
      {workflowPages(sources.language).map(({ workflowId }) => (
        <section key={workflowId} id={`workflows/${workflowId}`}>
          <WorkflowInFull workflowId={workflowId} {...sources} />
        </section>
      ))}
    </>
  );
}

/** Renders the list of all workflows. */
export function renderWorkflowsPage(language: Language, documentHash: string): string {
  return renderSitePage({
    language,
    path: 'workflows/',
    title: textsOf[language].workflows,
    description: workflowTexts[language].description,
    documentHash,
    styles: ['text.css'],
    content: <WorkflowList language={language} addressOf={(address) => `../${address}`} />,
  });
}

/** The list of all workflows, for a page of its own or within another. */
export function WorkflowList({ language, addressOf }: Omit<Sources, 'document'>) {
  const texts = workflowTexts[language];
  return (
    <article className="text">
      <h1>{textsOf[language].workflows}</h1>
      <p>{texts.description}</p>
      <ol className="guides">
        {workflowPages(language).map(({ workflowId, address, title, summary }) => (
          <li key={workflowId}>
            <a href={addressOf(address)}>{title}</a>
            <p>{summary}</p>
          </li>
        ))}
      </ol>
    </article>
  );
}

/** A workflow, for a page of its own or within another. */
export function WorkflowInFull({ workflowId, language, document, addressOf }: Sources & { workflowId: string }) {
  const texts = workflowTexts[language];
  const workflow = workflows[language][workflowId];
  if (workflow === undefined) throw new Error(`there is no workflow ${workflowId}`);
  const steps = stepsOf(workflow, language, document);
  const description = callNames(document).linked(workflow.description, addressOf);
  const idOf = (anchor: string) => addressOf(`workflows/${workflowId}/#${anchor}`).split('#')[1] ?? anchor;
  return (
    <article className="text workflow">
      <p>
        <a href={addressOf('workflows/')}>{textsOf[language].workflows}</a>
      </p>
      <h1>{workflow.info.title}</h1>
      <p>{workflow.summary}</p>
      <div dangerouslySetInnerHTML={{ __html: renderSentences(description) }} />
      <WalkLink workflowId={workflowId} language={language} addressOf={addressOf} />
      <div className="scroll" tabIndex={0}>
        <WorkflowPicture id={idOf('picture')} steps={steps} language={language} />
      </div>
      <Inputs id={idOf('inputs')} workflow={workflow} language={language} />
      <h2 id={idOf('steps')}>
        <a href={`#${idOf('steps')}`}>{texts.steps}</a>
      </h2>
      {steps.map((placed) => (
        <Step key={placed.stepId} placed={placed} all={steps} language={language} addressOf={addressOf} idOf={idOf} />
      ))}
    </article>
  );
}

function Inputs({ id, workflow, language }: { id: string; workflow: Workflow; language: Language }) {
  const texts = workflowTexts[language];
  return (
    <>
      <h2 id={id}>
        <a href={`#${id}`}>{texts.inputs}</a>
      </h2>
      <dl>
        {Object.entries(workflow.inputs.properties).map(([name, { description, default: usual }]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <span dangerouslySetInnerHTML={{ __html: renderWords(description) }} />
              {usual !== undefined && (
                <>
                  {texts.default}
                  <code>{usual}</code>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
