import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './controls.module.css';

/** One thing to choose. */
export interface Option<T extends string> {
  readonly value: T;
  readonly label?: string;
  /** What stands beside the label, in the list and once it is chosen; not part of its name. */
  readonly aside?: ReactNode;
}

interface Props<T extends string> {
  readonly label: string;
  readonly value: T | undefined;
  readonly placeholder?: string;
  /** Written before what is chosen; not part of its name. */
  readonly prefix?: string;
  /** Without the arrow, where there is little room. */
  readonly compact?: boolean;
  readonly options: readonly Option<T>[];
  onChange(value: T): void;
}

/** A list to choose one of. */
export function Select<T extends string>({
  label,
  value,
  placeholder,
  prefix,
  compact,
  options,
  onChange,
}: Props<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Radix.Root value={value ?? ''} onValueChange={(next) => onChange(next as T)}>
      <Radix.Trigger className={styles.select} aria-label={label}>
        {prefix && <span aria-hidden="true">{prefix}</span>}
        <Radix.Value placeholder={placeholder}>{chosen?.label ?? chosen?.value}</Radix.Value>
        <span className={styles.aside}>
          {!prefix && chosen?.aside}
          {!compact && <ChevronDown size={14} aria-hidden="true" />}
        </span>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.list} position="popper" sideOffset={4} collisionPadding={8}>
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item key={option.value} value={option.value} className={styles.option}>
                <Radix.ItemIndicator className={styles.check}>
                  <Check size={14} aria-hidden="true" />
                </Radix.ItemIndicator>
                <Radix.ItemText>{option.label ?? option.value}</Radix.ItemText>
                <span className={styles.aside} aria-hidden="true">
                  {option.aside}
                </span>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
