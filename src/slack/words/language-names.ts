import type { Language } from '../../followstats/languages.ts';

/** What each language calls itself: the same for every reader, so that people find their own. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ko: '한국어',
  ja: '日本語',
  'zh-CN': '简体中文',
};
