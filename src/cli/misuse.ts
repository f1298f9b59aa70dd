import type { CommanderError } from 'commander';
import { languages } from './language';
import type { MisuseTexts } from './texts';

/** What commander says against a command line, in our words. */
export function describeMisuse({ code, message }: CommanderError, texts: MisuseTexts): string {
  const [, named = ''] = /'([^']+)'/.exec(message) ?? [];
  if (code === 'commander.unknownCommand') return texts.unknownCommand(named);
  if (code === 'commander.unknownOption') return texts.unknownOption(named);
  if (code === 'commander.optionMissingArgument') return texts.missingValue(named.replace(/ .*/, ''));
  if (code === 'commander.excessArguments') return texts.tooMany;
  return texts.other(message.replace(/^error: /, ''));
}

/** The language that `--lang` names, wherever it stands: even what is said against the rest is said in it. */
export function languageOption(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const arg = args[at];
  if (arg === undefined) return undefined;
  return arg === '--lang' ? args[at + 1] : arg.slice('--lang='.length);
}

export function isLanguage(value: string): value is (typeof languages)[number] {
  return languages.some((language) => language === value);
}
