import type { Language } from '../site/languages.js';
import { anchorsOf, renderMarkdown, renderWords, titleOf, wordsOf } from '../site/markdown.js';
import { renderSitePage } from '../site/site-page.js';
import { beforeText, textsOf } from '../site/texts.js';
import { addressOfFile, type Decision, decisionsIn, readDecision, readDecisionList } from './decisions.js';

/** Where something is, seen from a page, that the site has at an address below the folder of the language. */
type AddressOf = (address: string) => string;

interface Sources {
  language: Language;
  addressOf: AddressOf;
}

/** Renders a decision: in full, and what was chosen in the language of the page. */
export function renderDecisionPage(decision: Decision, language: Language, documentHash: string): string {
  return renderSitePage({
    language,
    path: `decisions/${decision.number}/`,
    source: `openapi/decisions/${decision.file}`,
    title: textsOf[language].decision(decision.number, wordsOf(decision.title)),
    description: wordsOf(decision.choice),
    documentHash,
    styles: ['text.css'],
    content: <DecisionInFull decision={decision} language={language} addressOf={(address) => `../../${address}`} />,
  });
}

/** Renders the list of all decisions. */
export function renderDecisionsPage(language: Language, documentHash: string): string {
  return renderSitePage({
    language,
    path: 'decisions/',
    source: `openapi/decisions/README${language === 'en' ? '' : `.${language}`}.md`,
    title: titleOf(readDecisionList(language)),
    description: textsOf[language].decisionsDescription,
    documentHash,
    styles: ['text.css'],
    content: <DecisionList language={language} addressOf={(address) => `../${address}`} />,
  });
}

/** The list of all decisions, for a page of its own or within another. */
export function DecisionList({ language, addressOf }: Sources) {
  const { title, html } = rendered(readDecisionList(language), { language, addressOf }, 'decisions/');
  return (
    <article className="text">
      <h1>{title}</h1>
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  );
}

/** A decision, for a page of its own or within another. */
export function DecisionInFull({ decision, language, addressOf }: Sources & { decision: Decision }) {
  const { number, title, choice } = decision;
  const texts = textsOf[language];
  const { html } = rendered(readDecision(decision), { language, addressOf }, `decisions/${number}/`);
  return (
    <article className="text">
      <p>
        <a href={addressOf('decisions/')}>{titleOf(readDecisionList(language))}</a>
      </p>
      <h1 dangerouslySetInnerHTML={{ __html: renderWords(texts.decision(number, title)) }} />
      {language !== 'en' && (
        <p>
          {beforeText(texts.decisionChoice)}
          <span dangerouslySetInnerHTML={{ __html: renderWords(choice) }} />
        </p>
      )}
      <div lang="en" dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  );
}

/** The neighbours of a file of decisions are pages; what else it leads to is in the repository alone. */
function rendered(markdown: string, { language, addressOf }: Sources, path: string) {
  const idOf = (anchor: string) => addressOf(`${path}#${anchor}`).split('#')[1] ?? anchor;
  const address = (file: string) => {
    const target = addressOfFile(file);
    return target === undefined ? undefined : addressOf(target);
  };
  return renderMarkdown(markdown, language, anchorsOf(markdown).map(idOf), address);
}

/** All decisions one after another, for the single file. */
export function AllDecisions({ language, addressOf }: Sources) {
  return (
    <>
      <section id="decisions">
        <DecisionList language={language} addressOf={addressOf} />
      </section>
      {decisionsIn(language).map((decision) => (
        <section key={decision.number} id={`decisions/${decision.number}`}>
          <DecisionInFull decision={decision} language={language} addressOf={addressOf} />
        </section>
      ))}
    </>
  );
}
