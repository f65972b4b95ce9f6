import { provideShader } from '../shade';
import { fasterShader } from './shader';

provideShader((plainly) => fasterShader(plainly));
