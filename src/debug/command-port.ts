import type { Request, ServerMessage } from './protocol';

/** The clients, as the test's thread sees them. */
export interface CommandPort {
  /** Tells all clients; an answer reaches the one that asked. */
  tell(message: ServerMessage): void;
  /** Blocks until a client asks something. */
  nextRequest(): Request;
}
