// Sets the colours before the first paint; platform/web/theme/theme.ts takes over afterwards.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('jingwei.theme');
  } catch {
    // A browser that forbids storage follows the machine.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
