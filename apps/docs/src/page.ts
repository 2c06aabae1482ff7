import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import redoc from 'redoc';
import { ServerStyleSheet } from 'styled-components';
import { redocOptions } from './redoc-options.js';

/** Renders the reference: all of its text is in the HTML, and the scripts take over from there. */
export async function renderPage(document: object, documentHash: string): Promise<string> {
  const store = await redoc.createStore(document, undefined, redocOptions);
  const styles = new ServerStyleSheet();
  const content = renderToString(styles.collectStyles(createElement(redoc.Redoc, { store })));
  // "<" could end the script element from within a description.
  const state = JSON.stringify(await store.toJS()).replaceAll('<', '\\u003c');

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>VPC Endpoint API reference</title>
<meta name="description" content="Every operation, field and rule of the Huawei Cloud VPC Endpoint (VPCEP) API, version 1">
<meta name="vpcep-document-sha256" content="${documentHash}">
<link rel="icon" href="favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="style.css">
${styles.getStyleTags()}
</head>
<body>
<div id="redoc">${content}</div>
<script type="application/json" id="redoc-state">${state}</script>
<script src="redoc.js"></script>
<script src="page.js"></script>
</body>
</html>
`;
}
