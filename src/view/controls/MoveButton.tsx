import type { LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import controls from './controls.module.css';

interface Props {
  readonly name: string;
  readonly Icon: LucideIcon;
  readonly disabled: boolean;
  onClick(): void;
}

/** A button that goes along a pass: an icon, and a name for those who point at it or hear it. */
export function MoveButton({ name, Icon, ...props }: Props) {
  // The same element each time, which React then leaves alone.
  const icon = useMemo(() => <Icon size={16} aria-hidden="true" />, [Icon]);
  return (
    <button type="button" className={controls.button} aria-label={name} title={name} {...props}>
      {icon}
    </button>
  );
}
