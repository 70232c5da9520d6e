/** The product's sign: warp and weft. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <g fill="none" stroke="var(--accent-ink)" strokeWidth="3" strokeLinecap="round">
        <path d="M11 6v4M11 15v11M21 6v9M21 20v6M6 11h9M20 11h6M6 21h4M15 21h11" />
      </g>
    </svg>
  );
}
