import type { Texts } from './texts';
import { chinese } from './texts-chinese';
import { english } from './texts-english';

export type Language = 'en' | 'zh';

export const languages: readonly Language[] = ['en', 'zh'];

export function textsIn(language: Language): Texts {
  return language === 'zh' ? chinese : english;
}

/** What the environment asks for, by the rules of POSIX; where it says nothing, the system's locale. */
export function languageOf(
  environment: Readonly<Record<string, string | undefined>>,
  systemLocale: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const [wanted = systemLocale] = [LC_ALL, LC_MESSAGES, LANG].filter((value) => value !== undefined && value !== '');
  return /^zh/i.test(wanted) ? 'zh' : 'en';
}
