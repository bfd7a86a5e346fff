export { deliver, NotDelivered } from './deliver.ts'
