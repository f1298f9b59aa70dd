/** Stands for the SDK's file, which a project may map to with `paths`. */
export const taskpool = { size: 3 };
