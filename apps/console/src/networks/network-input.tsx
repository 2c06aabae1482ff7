import { AutoComplete, Input } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../api/api-context.js';
import type { NetworkResource } from '../configuration/configuration.js';
import { useConnection } from '../configuration/connection-context.js';
import { useClearButton } from '../components/use-clear-button.js';
import { useTexts } from '../language/language-context.js';

/** One that is offered, or several under a heading. */
interface Option {
  value?: string;
  title?: string;
  label: ReactNode;
  options?: Option[];
}

interface Props {
  /** What is chosen. */
  of: 'vpcs' | 'subnets' | 'ports';
  /** The VPC that is chosen already: what is in it is offered first. */
  vpcId?: string | undefined;
  placeholder?: string;
  /** Given by the form. */
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/**
 * The ID of a VPC, a subnet or a port. The API lists none of these; where `config.json` does, they are offered, and any other
 * can be typed.
 */
export function NetworkInput({ of, vpcId, placeholder = '', value, onChange, ...given }: Props) {
  const { projectId } = useApi();
  const { configuration } = useConnection();
  const { networks: words } = useTexts();
  const clearButton = useClearButton();
  const known = configuration.projects.find(({ id }) => id === projectId)?.[of] ?? [];
  if (known.length === 0) {
    return (
      <Input
        {...given}
        className="mono"
        placeholder={placeholder}
        value={value ?? ''}
        onChange={({ target }) => onChange?.(target.value)}
      />
    );
  }
  const there = known.filter(({ vpc_id }) => vpc_id !== undefined && vpc_id === vpcId);
  const others = known.filter((each) => !there.includes(each));
  return (
    <AutoComplete<string, Option>
      {...given}
      className="mono"
      placeholder={placeholder}
      value={value ?? ''}
      onChange={(next: string) => onChange?.(next)}
      allowClear={clearButton}
      defaultActiveFirstOption
      // Within the form, rather than behind all of the page.
      getPopupContainer={(field: HTMLElement) => field.parentElement ?? document.body}
      showSearch={{ filterOption: (typed, option) => isMeant(typed, option?.title ?? '') }}
      options={
        there.length === 0
          ? known.map(optionOf)
          : [
              { label: words.inVpc, options: there.map(optionOf) },
              ...(others.length === 0 ? [] : [{ label: words.elsewhere, options: others.map(optionOf) }]),
            ]
      }
    />
  );
}

const optionOf = ({ id, name }: NetworkResource): Option => ({
  value: id,
  title: `${name} ${id}`,
  label: (
    <>
      {name} <code className="quiet">{id}</code>
    </>
  ),
});

const isMeant = (typed: string, words: string) => words.toLowerCase().includes(typed.trim().toLowerCase());
