export { preparePicture } from './prepare-picture.ts'
