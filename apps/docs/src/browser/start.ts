// Part of the first page itself, before its content. Addresses from when the reference was one page lead to the pages of
// now: a server does not see them. And who reads Chinese rather than English, and has not chosen yet, gets the Chinese
// pages. Without scripts the menu and the switch in the header do it.
import { movedAddress } from './moved-address.js';
import { stored } from './stored.js';

const preferred = navigator.languages.find((language) => /^(en|zh)\b/.test(language));
// What is stored is asked for last: the first time, it takes longer than all the rest.
const folder =
  document.documentElement.lang === 'en' &&
  preferred?.startsWith('zh') === true &&
  stored(() => localStorage, 'language') === undefined
    ? 'zh-CN/'
    : '';
const moved = movedAddress(location.hash);
if (folder !== '' || moved !== undefined) {
  location.replace(folder + (moved ?? location.search + location.hash));
}
