import { describeProblem } from '../base';
import { addNote, messageOf, thrownIn } from './failure-note';

/** What stands for a global until the test says better. */
const standIns = {
  '(name) => name': ['$r', '$rawfile'],
  '() => ({})': ['getContext'],
  '(options, change) => change()': ['animateTo'],
  '() => undefined': ['postCardAction'],
  '(length) => length': ['vp2px', 'px2vp', 'fp2px', 'px2fp', 'lpx2px', 'px2lpx'],
  '{ get: () => undefined, setOrCreate: () => undefined }': ['AppStorage'],
  '{ persistProp: () => undefined }': ['PersistentStorage'],
  '{ envProp: () => undefined }': ['Environment'],
  'class {}': [
    ...['LocalStorage', 'CustomDialogController', 'NavPathStack', 'NavPathInfo', 'DrawModifier', 'Path2D'],
    ...['Scroller', 'ListScroller', 'TabsController', 'SwiperController', 'VideoController', 'SearchController'],
    ...['TextController', 'TextInputController', 'TextAreaController', 'RichEditorController', 'XComponentController'],
    ...['PanGestureOptions', 'TextMenuController', 'WebController', 'RenderingContextSettings', 'OffscreenCanvas'],
    ...['CanvasRenderingContext2D', 'OffscreenCanvasRenderingContext2D', 'ImageBitmap'],
  ],
  '{}': [
    ...['Color', 'FontWeight', 'FontStyle', 'Alignment', 'FlexAlign', 'FlexDirection', 'FlexWrap', 'ItemAlign'],
    ...['HorizontalAlign', 'VerticalAlign', 'TextAlign', 'TextOverflow', 'Visibility', 'ImageFit', 'Axis', 'Curve'],
    ...[
      'BarState',
      'BarPosition',
      'ButtonType',
      'DialogAlignment',
      'EdgeEffect',
      'InputType',
      'PlayMode',
      'ScrollState',
    ],
  ],
} as const;

const standInOf: ReadonlyMap<string, string> = new Map(
  Object.entries(standIns).flatMap(([standIn, names]) => names.map((name): [string, string] => [name, standIn])),
);

/**
 * Explains failures by a global of ArkUI that the test's realm does not have, in place.
 *
 * @param realm the test's globals: a worker's errors are none of these, and it has no user interface on a device either.
 */
export function explainArkUiGlobals(failures: unknown[], realm: object): void {
  const [first] = failures;
  const thrown = thrownIn(first);
  const ErrorClass: unknown = Reflect.get(realm, 'ReferenceError');
  if (typeof ErrorClass !== 'function' || !(thrown instanceof ErrorClass)) return;
  const [, name = ''] = /^(\S+) is not defined$/.exec(messageOf(first)) ?? [];
  const standIn = standInOf.get(name);
  if (standIn === undefined) return;
  const note = {
    code: 'FOW_ARKUI_GLOBAL',
    summary: `${name} is a global of ArkUI, which shows the user interface on a device, and is absent under Jest`,
    hint: `supply what the code uses of it, in the test or in a file of Jest's setupFiles:\nglobalThis.${name} = ${standIn};`,
  };
  addNote(failures, describeProblem(note));
}
