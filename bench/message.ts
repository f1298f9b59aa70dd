/** What every contestant posts, and its worker answers with the sum in place of the addends. */
export interface Message {
  readonly id: number;
  readonly op: string;
  readonly args: readonly number[];
}

export const message: Message = { id: 7, op: 'sum', args: [3] };

export function isReply({ id, op, args }: Message): boolean {
  return id === 7 && op === 'sum' && args.length === 1 && args[0] === 3;
}
