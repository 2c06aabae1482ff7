const sans = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
const mono = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace';

/** How Redoc shows the document. */
export const redocOptions = {
  downloadUrls: [
    { title: 'OpenAPI (JSON)', url: 'openapi.json' },
    { title: 'OpenAPI (YAML)', url: 'openapi.yaml' },
  ],
  expandResponses: '200',
  jsonSamplesExpandLevel: 'all',
  schemasExpansionLevel: 2,
  requiredPropsFirst: true,
  // The release that a call or field came with.
  showExtensions: ['x-since'],
  hideLoading: true,
  theme: {
    colors: { primary: { main: '#0b5cad' } },
    typography: {
      fontFamily: sans,
      fontSize: '15px',
      lineHeight: '1.6',
      headings: { fontFamily: sans, fontWeight: '600' },
      code: { fontFamily: mono, fontSize: '13px', color: '#0f4c81', backgroundColor: '#eef3f8' },
    },
    sidebar: { width: '280px', backgroundColor: '#f7f9fb' },
    rightPanel: { backgroundColor: '#1c2733' },
  },
};
