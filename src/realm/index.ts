export type { Realm, RealmRequest, SourcePosition } from './realm';
