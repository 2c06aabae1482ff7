// Part of the root page, in its head: who reads Chinese rather than English, and has not chosen yet, gets the Chinese
// pages. Without scripts the switch in the header does it.
import { stored } from './stored.js';

const preferred = navigator.languages.find((language) => /^(en|zh)\b/.test(language));
if (stored(() => localStorage, 'language') === undefined && preferred?.startsWith('zh') === true) {
  location.replace(`zh-CN/${location.search}${location.hash}`);
}
