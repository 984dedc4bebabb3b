import type { ComponentChild } from 'preact';
import type { PageFile } from '../page-server/page-state.ts';
import { downloadUrl } from './api.ts';
import { useReader } from './blocks/reader.ts';
import { Icon } from './icons.tsx';

export function FileLink({ file }: { file: PageFile }): ComponentChild {
  const { locale } = useReader();
  const size = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'byte',
    unitDisplay: 'narrow',
    notation: 'compact',
  });
  return (
    <a class="file" href={downloadUrl(file.id)} download={file.name}>
      <Icon name="file" />
      <span>
        {file.title || file.name}
        <small>
          {file.name} · {size.format(file.size)}
        </small>
      </span>
    </a>
  );
}
