/// <reference path="./hypium.d.ts" />

/** The entry `fake-ohos-worker/hypium`: what `@ohos/hypium` maps to, by its own name. */
export * from '@ohos/hypium';
