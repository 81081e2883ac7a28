/** The part of react-dom that the component tests use: a component as markup, without a browser. React’s types come without it. */
declare module 'react-dom/server' {
  export function renderToStaticMarkup(element: import('react').ReactElement): string
}
