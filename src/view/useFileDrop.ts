import { useEffect, useState } from 'react';
import { useActions, useIsOurs } from './store';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Opens files one after the other: models first, since arrays are held against them. */
export function openAll(files: readonly File[], open: (file: File) => Promise<unknown>): void {
  const isArrays = ({ name }: File): number => Number(!/\.json$/i.test(name));
  for (const file of files.toSorted((a, b) => isArrays(a) - isArrays(b))) void open(file);
}

/** Opens what is dropped anywhere on the store's part of the page. Returns whether one hovers over it. */
export function useFileDrop(): boolean {
  const { open } = useActions();
  const isOurs = useIsOurs();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(isOurs(event));
    };
    const onDragLeave = (event: DragEvent) => {
      if (!event.relatedTarget) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (isOurs(event)) openAll([...(event.dataTransfer?.files ?? [])], open);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [open, isOurs]);
  return over;
}
