import { Button } from 'antd';
import { useState } from 'react';
import { addressFor } from '../../../../platform/web/api.ts';
import { type EnterpriseJson, enterpriseApi } from '../../contract.ts';
import { PaperDialog } from './paper-dialog.tsx';
import './papers.css';

interface Props {
  readonly enterprise: EnterpriseJson;
  /** What the papers show: `grant:` and its id. */
  readonly about: string;
  /** The same in words, for whoever only hears the button. */
  readonly of: string;
}

/** The papers of one line of a file, each to be saved, and a way to add one. */
export function PapersOf({ enterprise, about, of }: Props) {
  const [open, setOpen] = useState(false);
  const { id: enterpriseId, files, may, asOf } = enterprise;
  const own = files.filter((file) => file.about === about);
  const mayAdd = asOf === null && (may.keep || may.ask);
  if (own.length === 0 && !mayAdd) return null;
  return (
    <span className="papers-of">
      {own.map((file) => (
        <a key={file.id} href={addressFor(enterpriseApi.readFile, { enterpriseId, fileId: file.id })}>
          {file.name}
        </a>
      ))}
      {mayAdd && (
        <Button size="small" type="text" aria-label={`给${of}上传材料`} onClick={() => setOpen(true)}>
          上传材料
        </Button>
      )}
      {open && <PaperDialog enterprise={enterprise} file="new" about={about} onClose={() => setOpen(false)} />}
    </span>
  );
}
