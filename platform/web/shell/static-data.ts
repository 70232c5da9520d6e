import '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** True: a page outside of the frame, for people who have not come in. */
    readonly bare?: boolean;
  }
}
