/** The languages that the app speaks, BCP 47; the first is what anybody reads whose own language it doesn't speak. */
export const LANGUAGES = ['en', 'ko', 'ja', 'zh-CN'] as const;

/** One of `LANGUAGES`. */
export type Language = (typeof LANGUAGES)[number];
