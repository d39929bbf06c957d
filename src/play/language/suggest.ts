export { didYouMean } from '../../model/index.ts';
