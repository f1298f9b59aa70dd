import { preview, ToolError } from '../base';

/** What one option may be. */
export interface OptionCheck {
  /** In words. */
  readonly expected: string;
  accepts(value: unknown): boolean;
}

/** By name; a nested record for an option that is one itself. */
export type OptionChecks = { readonly [name: string]: OptionCheck | Readonly<Record<string, OptionCheck>> };

/** The options of one call, or those of the world. */
export interface OptionList {
  readonly checks: OptionChecks;
  /** The call; none for the options of the world. */
  readonly of?: string;
  /** What to do about a wrong one. */
  readonly hint: string;
}

/**
 * Answers the options that a call was given, if they can be that.
 *
 * @throws ToolError `FOW_UNKNOWN_OPTION`, `FOW_BAD_OPTION`
 */
export function checkedOptions<T extends object>(given: T, list: OptionList): T {
  check(given, list.checks, list, '');
  return given;
}

function check(given: unknown, checks: OptionChecks, list: OptionList, path: string): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw noOptions(given, checks, list, path);
  for (const [name, value] of Object.entries(given)) {
    const known = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (known === undefined) throw unknownOption(path + name, value, checks, list);
    if (value === undefined) continue;
    if (!isCheck(known)) check(value, known, list, `${path}${name}.`);
    else if (!known.accepts(value)) throw badOption(`option "${path}${name}"`, value, known.expected, list);
  }
}

function isCheck(known: OptionChecks[string]): known is OptionCheck {
  return typeof known.accepts === 'function';
}

export function oneOf(...values: readonly (string | number)[]): OptionCheck {
  const expected = values.map((value) => preview(value)).join(' or ');
  return { expected, accepts: (value) => values.some((each) => each === value) };
}

export function count(least: number, most = Number.POSITIVE_INFINITY): OptionCheck {
  return {
    expected: `a whole number from ${least} ${most === Number.POSITIVE_INFINITY ? 'on' : `to ${most}`}`,
    accepts: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  };
}

/** @param what the strings in it are. */
export function listOf(what: string, accepts: (text: string) => boolean): OptionCheck {
  return {
    expected: `a list of ${what}`,
    accepts: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string' && accepts(each)),
  };
}

export const milliseconds: OptionCheck = {
  expected: 'milliseconds, 0 or more',
  accepts: (value) => typeof value === 'number' && value >= 0,
};

function unknownOption(name: string, value: unknown, checks: OptionChecks, { of, hint }: OptionList): ToolError {
  return new ToolError({
    code: 'FOW_UNKNOWN_OPTION',
    summary: `There is no option "${name}"${ofCall(of)}`,
    facts: [`given: ${name}: ${preview(value)}`, `known: ${Object.keys(checks).join(', ')}`],
    hint,
  });
}

function noOptions(value: unknown, checks: OptionChecks, list: OptionList, path: string): ToolError {
  const which = path === '' ? 'options' : `option "${path.slice(0, -1)}"`;
  return badOption(which, value, `{ ${Object.keys(checks).join(', ')} }`, list);
}

function badOption(which: string, value: unknown, expected: string, { of, hint }: OptionList): ToolError {
  return new ToolError({
    code: 'FOW_BAD_OPTION',
    summary: `The ${which}${ofCall(of)} can't be ${preview(value)}`,
    facts: [`expected: ${expected}`],
    hint,
  });
}

function ofCall(call: string | undefined): string {
  return call === undefined ? '' : ` of ${call}`;
}
