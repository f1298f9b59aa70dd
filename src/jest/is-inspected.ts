import { url } from 'node:inspector';

/** Whether somebody debugs, or may begin to: Node was told to listen for debuggers. */
export function isInspected(): boolean {
  return url() !== undefined;
}
