import react from '@vitejs/plugin-react';
import { documentHash as clientHash } from '@vpcep/client';
import { documentHash } from '@vpcep/openapi';
import { compression } from 'vite-plugin-compression2';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

// Texts come from the document, calls from the client: a page made of two documents would be wrong about one.
if (clientHash !== documentHash) throw new Error('the client was built from another document: run "npm run build"');

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // The component library writes its styles into the page.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  // The API's address is for the reader to choose.
  "connect-src 'self' http: https:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts into the page which document it was built from, and what it may load. */
function pageHead(): Plugin {
  return {
    name: 'page-head',
    apply: 'build',
    transformIndexHtml: (): HtmlTagDescriptor[] => [
      { tag: 'meta', attrs: { name: 'vpcep-document-sha256', content: documentHash }, injectTo: 'head-prepend' },
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ],
  };
}

export default defineConfig({
  // Relative, so that the console can be served below any path.
  base: './',
  // Beside each file what hosts send in its place to browsers that can unpack it.
  plugins: [react(), pageHead(), compression({ algorithms: ['gzip', 'brotliCompress'] })],
  build: {
    target: 'es2022',
    // All of it is 7 kB gzipped. What a later page had of its own would be lost to it by one failure of the network.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 800,
    // What others wrote may be passed on only with the text of its licence.
    license: { fileName: 'licences.md' },
    // In one file, as each costs a phone a round trip of its own: a file per module that a later page shares was forty.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first-load', tags: ['$initial'] }] } } },
  },
});
