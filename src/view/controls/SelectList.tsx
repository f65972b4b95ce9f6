import { Check } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import styles from './controls.module.css';
import { Chosen, type SelectProps } from './Select';

/** A select that has been asked for: it opens at once, and from then on whenever it is pressed. */
export function SelectList(props: SelectProps<string>) {
  const { label, value, options, onChange } = props;
  return (
    <Radix.Root defaultOpen value={value ?? ''} onValueChange={onChange}>
      <Radix.Trigger className={styles.select} aria-label={label}>
        <Chosen {...props} />
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
