declare module '@ohos.base' {
  export type BusinessError = { readonly code: 401 };
}
