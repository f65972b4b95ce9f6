import { provideKernel } from '../multiply';
import { kernel } from './kernel';

provideKernel(kernel);
