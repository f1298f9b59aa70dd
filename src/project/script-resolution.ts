import type { ToolErrorParts } from '../base';
import type { ApplicationModel } from './project-module';

/** Something worth telling about a script that was found; the platform would not say it. */
export type ResolutionNote = ToolErrorParts;

/** What became of a script URL. */
export type ScriptResolution =
  | {
      readonly kind: 'found';
      readonly model: ApplicationModel;
      /** Absolute, links followed. */
      readonly file: string;
      /** The compiled file's name on a device, such as `com.example.app/entry/ets/workers/worker`. */
      readonly record: string;
      readonly notes: readonly ResolutionNote[];
    }
  /** The constructor throws 10200007 (P-7). */
  | {
      readonly kind: 'refused';
      /** `undefined` when the URL can't mean any. */
      readonly record?: string;
      readonly problem: ToolErrorParts;
    }
  /** The constructor succeeds and loading fails later (P-40, P-64). */
  | {
      readonly kind: 'missing';
      readonly model: ApplicationModel;
      readonly record: string;
      readonly problem: ToolErrorParts;
    };

/** One question: which file is meant by `url`, asked by the code in `callingFile`. */
export interface ScriptRequest {
  /** As the user wrote it, for messages. */
  readonly url: string;
  /** Absolute and real; `undefined` when the stack doesn't show who called. */
  readonly callingFile: string | undefined;
  /** How messages show a file: project-relative, with forward slashes. */
  readonly show: (file: string) => string;
}
