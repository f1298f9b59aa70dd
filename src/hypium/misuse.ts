import { ToolError } from '../base';

/** A function of hypium was given something else than it can take. */
export function misuse(summary: string, hint: string): ToolError {
  return new ToolError({ code: 'FOW_HYPIUM_MISUSED', summary, hint });
}
