/*
 * A place pointed at in the picture of a question is the same as its row in the list beside it, which is the control.
 */
document.addEventListener("click", ({ target }) => {
  const place = (target as Element).closest(".hot .spot")?.classList[1]?.slice(2);
  if (place) (target as Element).closest(".item")?.querySelector<HTMLInputElement>(`[value="${place}"]`)?.click();
});

export {};
