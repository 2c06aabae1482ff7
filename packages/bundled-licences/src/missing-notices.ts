/** Who holds the copyright in packages that come without the text of their licence, all under MIT; and where they say so. */
const holders: Record<string, { copyright: string[]; source: string }> = {
  '@stoplight/json-schema-merge-allof': {
    copyright: ['Copyright (c) Martin Hansen'],
    source: 'README.md and package.json of the package',
  },
  'fnv-plus': {
    copyright: ['Copyright (c) Travis Webb <me@traviswebb.com>'],
    source: 'index.js and package.json of the package',
  },
  'parse-multipart-data': {
    copyright: [
      'Copyright (c) 2021 The Free Software Factory',
      'Copyright (c) Ignacio Mazzara (nachomazzara@gmail.com)',
    ],
    source:
      'LICENSE of github.com/freesoftwarefactory/parse-multipart, which it is a fork of; package.json of the package',
  },
  seedrandom: {
    copyright: ['Copyright 2019 David Bau.'],
    source: 'seedrandom.js and README.md of the package',
  },
  'uri-template-lite': {
    copyright: ['Copyright (c) 2014-2019 Lauri Rooden <lauri@rooden.ee>'],
    source: 'README.md of the package',
  },
};

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

/** The notice of a package that comes without one, if it is under MIT and known here. */
export function missingNotice(name: string, license: string): string | undefined {
  const holder = holders[name];
  if (holder === undefined || license !== 'MIT') return undefined;
  return [`${holder.copyright.join('\n')}\n(as stated in ${holder.source})`, mit].join('\n\n');
}
