/** What every finding has. Lines and columns count from 1. */
export interface Place {
  /** Absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong, as data; the texts of each language are made from it. `rule` is the one that it rests on. */
export type Finding = Place & FindingData;

export type FindingId = FindingData['id'];

type FindingData =
  /** A URL that leads to no script. */
  | {
      readonly id: 'FOW-D01';
      readonly severity: 'error' | 'warning';
      readonly rule: string;
      readonly url: string;
      readonly problem: Problem;
    }
  /** A URL that leads to a script which no list names. `refused`: the constructor throws. */
  | {
      readonly id: 'FOW-D02';
      readonly severity: 'error' | 'warning';
      readonly rule: 'P-8';
      readonly url: string;
      readonly problem: Problem;
    }
  /** A registered script that is not there. */
  | {
      readonly id: 'FOW-D03';
      readonly severity: 'error';
      readonly rule: 'P-55';
      readonly entry: string;
      readonly similar: string | undefined;
    }
  /** Nobody hears the worker's errors. */
  | {
      readonly id: 'FOW-D04';
      readonly severity: 'warning';
      readonly rule: 'L-56';
      readonly className: string;
      readonly holder: string | undefined;
    }
  /** A worker that nobody stops. */
  | {
      readonly id: 'FOW-D05';
      readonly severity: 'warning';
      readonly rule: 'L-132';
      readonly className: string;
      readonly holder: string | undefined;
    }
  /** Something in a message that can't be sent. `path` is where in the message it is, empty for the message itself. */
  | {
      readonly id: 'FOW-D06';
      readonly severity: 'error';
      readonly rule: 'S-17' | 'S-18' | 'S-27' | 'S-28' | 'S-30';
      readonly what: 'function' | 'class' | 'accessor' | 'object';
      readonly name: string;
      readonly path: string;
    }
  /** An instance that arrives without its methods. */
  | {
      readonly id: 'FOW-D07';
      readonly severity: 'warning';
      readonly rule: 'S-16';
      readonly className: string;
      readonly methods: readonly string[];
      readonly path: string;
    }
  /** A call of the port that does nothing, since the script has not finished. */
  | { readonly id: 'FOW-D08'; readonly severity: 'error'; readonly rule: 'L-12'; readonly method: string }
  /** The older class beside the newer ones. `other` is where one of them is constructed. */
  | {
      readonly id: 'FOW-D09';
      readonly severity: 'error';
      readonly rule: 'E-2';
      readonly otherClass: string;
      readonly other: Place;
    }
  /** A user interface in a worker. `through`: the files between the script and the import, absolute. */
  | {
      readonly id: 'FOW-D10';
      readonly severity: 'warning';
      readonly rule: 'P-85';
      readonly imported: string;
      readonly script: string;
      readonly through: readonly string[];
    }
  /** A file that uses workers, and that the parser does not understand as a whole. `problem`: in its own words. */
  | { readonly id: 'FOW-D11'; readonly severity: 'warning'; readonly rule: 'ArkTS'; readonly problem: string };

/** The words of the resolution at run time. */
export interface Problem {
  readonly code: string;
  readonly summary: string;
  readonly facts?: readonly string[];
  readonly hint?: string;
}

/** By file, then from top to bottom. */
export function compareFindings(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.id < b.id ? -1 : 1);
}
