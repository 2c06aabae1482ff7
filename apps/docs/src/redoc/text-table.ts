/**
 * What stands in the texts of Redoc's modules, and what to put in its place: by the name of the module, such as
 * `components/SideMenu/MenuItems`. Every place that has it is meant.
 */
export type TextTable = Readonly<Record<string, Readonly<Record<string, string>>>>;
