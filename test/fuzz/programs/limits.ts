/** Low enough for programs to reach. */
export const limits = { ThreadWorker: 4, RestrictedWorker: 2, Worker: 3, total: 5 };

/** How many routines a program has. */
export const routineCount = 8;
