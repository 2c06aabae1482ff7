// Part of the root page, before its content: who reads Chinese rather than English, and has not chosen yet, gets the
// Chinese pages. Without scripts the switch in the header does it.
import { stored } from './stored.js';

const preferred = navigator.languages.find((language) => /^(en|zh)\b/.test(language));
// What is stored is asked for last: the first time, it takes longer than all the rest.
if (preferred?.startsWith('zh') === true && stored(() => localStorage, 'language') === undefined) {
  location.replace(`zh-CN/${location.search}${location.hash}`);
}
