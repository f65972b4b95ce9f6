import { type BufferName, parseName } from '../core/model/names';

/** A tensor's name as it is printed: Z with its layer raised. */
export function TensorName({ of }: { of: BufferName }) {
  const { kind, layer } = parseName(of);
  if (kind === 'cost') return <>J</>;
  if (kind === 'Y') return <>Y</>;
  return (
    <>
      {kind}
      <sup>[{layer}]</sup>
    </>
  );
}
