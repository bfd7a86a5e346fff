export { columnKey, readSheet, type Sheet, type SheetRefusal, type SheetRow } from './read-sheet.ts'
export { readUpload, type Upload, type UploadRefusal } from './read-upload.ts'
export { writeCsv } from './write-csv.ts'
