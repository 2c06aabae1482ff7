/** Stands in for the scrollbars that Redoc draws: the browser's own follow the theme and the reader's settings. */
export {};
