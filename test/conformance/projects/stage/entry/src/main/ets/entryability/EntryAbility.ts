export default class EntryAbility {}
