import { CommanderError } from 'commander';
import { createColors } from 'picocolors';
import { assertNever } from '../base';
import { describeCommandLine, type Request } from './command-line';
import { debug } from './debug/debug-command';
import { doctor } from './doctor-command';
import { describeFailure, failureJson, misuseJson } from './failure';
import { init } from './init-command';
import { languageOf, textsIn } from './language';
import { describeMisuse, isLanguage, languageOption } from './misuse';
import type { ExitCode, Surroundings } from './output';
import type { Texts } from './texts';

/** Does what a command line says. Never throws: what goes wrong is printed, and told by the exit code. */
export function run(args: readonly string[], version: string, surroundings: Surroundings): ExitCode {
  const wanted = languageOption(args);
  const texts = textsIn(wanted !== undefined && isLanguage(wanted) ? wanted : languageOf(surroundings.environment));
  const fail = (message: string): ExitCode => {
    if (args.includes('--json')) surroundings.print(misuseJson(message));
    else surroundings.printError(`${createColors(surroundings.colours).red(texts.failed)} ${message}\n`);
    return 2;
  };
  if (wanted !== undefined && !isLanguage(wanted)) return fail(texts.misuse.badLanguage(wanted));

  let exitCode: ExitCode = 0;
  const program = describeCommandLine(texts, version, surroundings.print, (request) => {
    exitCode = perform(request, version, texts, surroundings);
  });
  try {
    if (args.length === 0) {
      surroundings.printError(program.helpInformation());
      return 2;
    }
    program.parse(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : fail(describeMisuse(error, texts.misuse));
  }
}

function perform(request: Request, version: string, texts: Texts, surroundings: Surroundings): ExitCode {
  const failed = (error: unknown): ExitCode => {
    if (request.json) surroundings.print(failureJson(error, texts));
    else surroundings.printError(describeFailure(error, texts, createColors(surroundings.colours)));
    return 2;
  };
  try {
    switch (request.command) {
      case 'doctor':
        return doctor(request, texts, surroundings);
      case 'init':
        return init(request, version, texts, surroundings);
      case 'debug':
        surroundings.goOn(() => debug(request, texts, surroundings).catch(failed));
        return 0;
      default:
        return assertNever(request);
    }
  } catch (error) {
    return failed(error);
  }
}
