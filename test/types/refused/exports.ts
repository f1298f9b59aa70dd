// @ts-expect-error not exported [A-61]
export type A = import('@ohos.worker').GlobalScope;
// @ts-expect-error not exported [A-61]
export type B = import('@ohos.worker').ErrorCallback;
// @ts-expect-error a member of the default export only, as in the platform's types [A-5]
export type C = import('@ohos.worker').ThreadWorker;
// @ts-expect-error not exported [A-61]
export type D = import('@kit.ArkTS').WorkerGlobalScope;
// @ts-expect-error the kit has no default export [A-62]
export type E = import('@kit.ArkTS').default;
// @ts-expect-error other parts of the kit are not ours
export type F = typeof import('@kit.ArkTS').taskpool;
