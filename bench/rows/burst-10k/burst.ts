/** How many messages are posted at once. */
export const size = 10_000;
