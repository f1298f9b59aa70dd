/** A worker that does nothing. */
export {};
