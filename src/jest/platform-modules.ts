/** The modules of the platform that we provide, for people. */
export const platformModules = [
  "'@ohos.worker'",
  "what '@kit.ArkTS' has for workers",
  "'@arkts.collections'",
  "'@arkts.lang'",
  "'@arkts.utils'",
  "'@ohos.hilog'",
  "hilog of '@kit.PerformanceAnalysisKit'",
] as const;
