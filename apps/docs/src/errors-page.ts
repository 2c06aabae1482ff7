import { createElement, Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** An entry of the document's error catalogue. */
export interface CataloguedError {
  code: string;
  status: number;
  message: string;
  category: string;
  remedy: { en: string };
  since?: string;
}

/** Renders the error catalogue: every code has an address of its own, such as `errors/#EndPoint.3044`. */
export function renderErrorsPage(errors: CataloguedError[], documentHash: string): string {
  const categories = [...new Set(errors.map(({ category }) => category))];
  const content = categories.map((category) =>
    section(
      category,
      errors.filter((error) => error.category === category),
    ),
  );
  const body = renderToStaticMarkup(createElement(Fragment, null, ...content));

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Error codes - VPC Endpoint API reference</title>
<meta name="description" content="Every error code of the Huawei Cloud VPC Endpoint (VPCEP) API: what it means, and what to do">
<meta name="vpcep-document-sha256" content="${documentHash}">
<link rel="icon" href="../favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="errors.css">
</head>
<body>
<main>
<p><a href="../">VPC Endpoint API reference</a></p>
<h1>Error codes</h1>
<p>An error answer holds <code>error_code</code> and <code>error_msg</code>. Codes and messages are not one to one: this
is what the vendor documents for each code, and what to do.</p>
${body}
</main>
</body>
</html>
`;
}

function section(category: string, errors: CataloguedError[]): ReactNode {
  const columns = ['Code', 'Status', 'Message', 'What to do'];
  return createElement(
    'section',
    { key: category },
    createElement('h2', null, category.charAt(0).toUpperCase() + category.slice(1)),
    createElement(
      'table',
      null,
      createElement(
        'thead',
        null,
        createElement('tr', null, ...columns.map((name) => createElement('th', { key: name, scope: 'col' }, name))),
      ),
      createElement('tbody', null, ...errors.map(row)),
    ),
  );
}

function row({ code, status, message, remedy, since }: CataloguedError): ReactNode {
  return createElement(
    'tr',
    { key: code, id: code },
    createElement('th', { scope: 'row' }, createElement('a', { href: `#${code}` }, code)),
    createElement('td', null, status),
    createElement('td', null, since === undefined ? message : `${message} (since ${since})`),
    createElement('td', null, remedy.en),
  );
}
