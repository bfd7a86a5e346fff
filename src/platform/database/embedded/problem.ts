/** Another process already serves this data folder. `folder` is its path. */
export class FolderInUse extends Error {
  readonly folder: string
  constructor(folder: string) {
    super(
      `Another Maillage is already running on the data folder ${folder}. Stop it first, or give this one its own folder with MAILLAGE_DATA.`,
    )
    this.name = 'FolderInUse'
    this.folder = folder
  }
}

/** The embedded database cannot run; the message is a sentence for the operator. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem'
}
