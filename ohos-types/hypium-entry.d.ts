/// <reference path="./hypium.d.ts" />

/** What `@ohos/hypium` maps to, under a name of ours: for `moduleNameMapper`, and to be imported where no preset is. */
export * from '@ohos/hypium';
