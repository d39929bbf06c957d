export { didYouMean, nearest } from '../../model/index.ts';
