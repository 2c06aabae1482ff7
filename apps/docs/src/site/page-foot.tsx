import type { Language } from './languages.js';
import { editAddress, reportAddress, repository } from './repository.js';
import { textsOf } from './texts.js';

/** What can be done with a page: take it away as Markdown, change it, say what is wrong with it. */
export function PageFoot(props: {
  language: Language;
  /** Its address below the folder of its language. */
  path: string;
  title: string;
  /** The file of the repository that it is written in. */
  source: string;
}) {
  const { language, path, title, source } = props;
  const texts = textsOf[language];
  return (
    <footer className="page-foot">
      <span className="markdown-copy">
        {/* A script shows it. */}
        <button
          type="button"
          className="markdown-button"
          data-copied={texts.copied}
          data-failed={texts.notCopied}
          hidden
        >
          {texts.copyMarkdown}
        </button>
        <span role="status" />
      </span>
      <a href="index.md" type="text/markdown">
        {texts.asMarkdown}
      </a>
      {repository !== undefined && (
        <>
          <a href={editAddress(repository, source)}>{texts.editPage}</a>
          <a href={reportAddress(repository, { title, language, path })}>{texts.reportPage}</a>
          <a href={repository}>{texts.repository}</a>
        </>
      )}
    </footer>
  );
}
