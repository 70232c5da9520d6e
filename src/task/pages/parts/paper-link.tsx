import { Link } from '@tanstack/react-router';

/** The supervision letter that stands in several tasks: it is read and answered as one paper. */
export const PaperLink = ({ paperId }: { readonly paperId: string }) => (
  <Link to="/bulletins/$bulletinId" params={{ bulletinId: paperId }}>
    打开督办函
  </Link>
);
