import type { BufferName } from '../model/names';

/** One operation of a network: what it is, and what it makes out of what. */
export interface Node {
  /** Its name in the record of operations. */
  readonly op: string;
  /** Counted from 1. The loss stands behind the last layer, and has its number. */
  readonly layer: number;
  readonly input: BufferName;
  /** What it makes. The way back of a node begins with the gradient of this. */
  readonly output: BufferName;
  /** Whether the way back goes on to the node before it: nobody asks for the gradient of X. */
  readonly goesOn: boolean;
  /** The node before it, where the way back goes through both in one step. */
  readonly over?: Node;
}
