/** A button with these attributes opens what has that id. React 18 does not know them, so they are passed as HTML has them. */
export const opens = (id: string) => ({ popovertarget: id }) as Record<string, string>;

/** What is hidden until its button is pressed; Escape or a press elsewhere closes it. */
export const popover = { popover: "" } as Record<string, string>;
