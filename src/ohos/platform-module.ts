/** Whether an import means a module that a device has and a test machine has not. */
export function isPlatformModule(name: string): boolean {
  return /^(@(arkts|ohos|kit|hms|system)\.|lib[^/]*\.so$)/.test(name);
}
