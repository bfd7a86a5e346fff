import type { Work } from '#platform/work/index.ts'
import { readFiles } from './db/files.ts'
import { readPictures } from './db/pictures.ts'
import { type Project, readProject } from './db/projects.ts'
import { readSteps } from './db/steps.ts'
import type { Whole } from './pages/sheet.tsx'

/** A project with its parts, as whoever asks may see them. */
export async function readWhole(work: Work<'projects' | 'network'>, project: Project): Promise<Whole> {
  return {
    project,
    pictures: await readPictures(work, project.id),
    steps: await readSteps(work, project.id),
    files: await readFiles(work, project.id),
    remixOf:
      project.remixOf === null
        ? null
        : await readProject(work, { id: project.remixOf, status: ['published'] }),
  }
}
