import type { LucideIcon } from 'lucide-react';
import controls from './controls.module.css';

interface Props {
  readonly name: string;
  readonly Icon: LucideIcon;
  readonly disabled: boolean;
  onClick(): void;
}

/** A button that goes along a pass: an icon, and a name for those who point at it or hear it. */
export const MoveButton = ({ name, Icon, ...props }: Props) => (
  <button type="button" className={controls.button} aria-label={name} title={name} {...props}>
    <Icon size={16} aria-hidden="true" />
  </button>
);
