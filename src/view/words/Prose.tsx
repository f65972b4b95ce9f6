import { Explained } from './Explained';

/** A sentence of a lesson, with the apostrophes of print. */
export const Prose = ({ of }: { of: string }) => <Explained of={of.replaceAll("'", '’')} />;
