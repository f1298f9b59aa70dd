/** What every realm that receives messages evaluates; the rest of this layer runs in the engine's realm alone. */

export { createRealmMakers, type RealmMakers } from './realm-makers';
