import { Command, Option } from 'commander';
import type { HelpTexts, Texts } from './texts';

/** What the user asks for. */
export type Request =
  | { readonly command: 'doctor'; readonly folder: string; readonly json: boolean }
  | { readonly command: 'init'; readonly folder: string; readonly json: boolean; readonly dryRun: boolean }
  | DebugRequest;

export interface DebugRequest {
  readonly command: 'debug';
  readonly json: false;
  /** Jest's own arguments. */
  readonly jest: readonly string[];
  /** Whether the page in a browser is enough. */
  readonly page: boolean;
  /** A file for what was seen. */
  readonly record?: string;
  /** A file with what was seen earlier, to be looked at. */
  readonly open?: string;
}

/** Describes the command line to commander. `onRequest` gets what was asked for; help and version print themselves. */
export function describeCommandLine(
  { help }: Texts,
  version: string,
  print: (text: string) => void,
  onRequest: (request: Request) => void,
): Command {
  const program = new Command('fake-ohos-worker')
    .description(help.tool)
    .version(version, '-V, --version', help.version);
  program
    .option('--lang <language>', help.lang)
    .helpCommand('help [command]', help.helpCommand)
    .enablePositionalOptions();
  program
    .command('doctor')
    .description(help.doctor)
    .argument('[folder]', help.folder, '.')
    .option('--json', help.json, false)
    .action((folder: string, { json }: { json: boolean }) => onRequest({ command: 'doctor', folder, json }))
    .addHelpText('after', examplesText(help, help.doctorExamples));
  program
    .command('init')
    .description(help.init)
    .argument('[folder]', help.folder, '.')
    .option('--dry-run', help.dryRun, false)
    .option('--json', help.json, false)
    .action((folder: string, options: { json: boolean; dryRun: boolean }) =>
      onRequest({ command: 'init', folder, ...options }),
    )
    .addHelpText('after', examplesText(help, help.initExamples));
  program
    .command('debug')
    .description(help.debug)
    .argument('[jest...]', help.jestArguments)
    .option('--page', help.page, false)
    .option('--record <file>', help.record)
    .option('--open <file>', help.open)
    .allowUnknownOption()
    .passThroughOptions()
    .action((jest: string[], options: { page: boolean; record?: string; open?: string }) =>
      onRequest({ command: 'debug', json: false, jest, ...options }),
    )
    .addHelpText('after', examplesText(help, help.debugExamples));
  program.addHelpText(
    'after',
    examplesText(help, [...help.doctorExamples, ...help.initExamples, ...help.debugExamples]),
  );
  // Behind the name of a command, too; its help lists it among the global ones.
  for (const command of program.commands) command.addOption(new Option('--lang <language>').hideHelp());
  for (const command of [program, ...program.commands]) adapt(command, help, print);
  return program;
}

/** Texts of commander's own in our language, and no exit of the process. */
function adapt(command: Command, { help, titles }: HelpTexts, print: (text: string) => void): void {
  command
    .helpOption('-h, --help', help)
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => {} })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title as keyof typeof titles] ?? title,
      // Defaults speak for themselves.
      argumentDescription: ({ description }) => description,
      optionDescription: ({ description }) => description,
    });
}

function examplesText({ examples, exitCodes }: HelpTexts, lines: HelpTexts['doctorExamples']): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  const shown = lines.map(([command, what]) => `  $ ${command.padEnd(width)}  # ${what}`);
  return `\n${examples}\n${shown.join('\n')}\n\n${exitCodes}`;
}
