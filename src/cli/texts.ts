import type { Finding, FindingId } from '../doctor';
import type { TerminalTexts } from './terminal/terminal-texts';

/** What is said of one finding: what is wrong, in one line; more facts; and what to do. */
export interface FindingText {
  readonly summary: string;
  readonly facts?: readonly string[];
  readonly fix: string;
}

type TextOf<Id extends FindingId> = (
  finding: Extract<Finding, { id: Id }>,
  show: (file: string) => string,
) => FindingText;

/** Everything that the command says, in one language. A text that is missing in another one doesn't compile. */
export interface Texts {
  readonly findings: { readonly [Id in FindingId]: TextOf<Id> };
  readonly severities: Readonly<Record<Finding['severity'], string>>;
  readonly fix: string;
  /** The last line of a report. */
  readonly total: (errors: number, warnings: number) => string;
  readonly help: HelpTexts;
  readonly misuse: MisuseTexts;
  readonly init: InitTexts;
  readonly debug: DebugTexts;
  /** Before an error that is not one of ours. */
  readonly failed: string;
  /** Before the advice of a tool error. */
  readonly hint: string;
  /** What a tool error says; it is made in English. */
  readonly problem: (text: string) => string;
  /** Something that must not happen. */
  readonly bug: string;
}

export interface HelpTexts {
  readonly titles: Readonly<Record<'Usage:' | 'Arguments:' | 'Options:' | 'Global Options:' | 'Commands:', string>>;
  readonly tool: string;
  readonly doctor: string;
  readonly init: string;
  readonly debug: string;
  readonly folder: string;
  readonly json: string;
  readonly lang: string;
  readonly dryRun: string;
  readonly jestArguments: string;
  readonly page: string;
  readonly record: string;
  readonly open: string;
  readonly help: string;
  readonly helpCommand: string;
  readonly version: string;
  readonly examples: string;
  readonly exitCodes: string;
  readonly doctorExamples: readonly (readonly [command: string, what: string])[];
  readonly initExamples: readonly (readonly [command: string, what: string])[];
  readonly debugExamples: readonly (readonly [command: string, what: string])[];
}

/** Each ends with what to do. */
export interface MisuseTexts {
  readonly unknownCommand: (name: string) => string;
  readonly unknownOption: (name: string) => string;
  readonly missingValue: (option: string) => string;
  readonly badLanguage: (value: string) => string;
  readonly tooMany: string;
  readonly other: (message: string) => string;
}

export interface InitTexts {
  readonly wrote: string;
  readonly wouldWrite: string;
  readonly added: string;
  readonly wouldAdd: string;
  readonly left: string;
  readonly reasons: Readonly<Record<'exists' | 'complete' | 'configured', string>>;
  /** @param foreignTest what `npm test` runs instead of Jest. */
  readonly nextSteps: (foreignTest: string | undefined) => string;
  readonly noWorkers: string;
}

export interface DebugTexts {
  /** Before the address of the page. */
  readonly page: string;
  readonly terminal: TerminalTexts;
}
