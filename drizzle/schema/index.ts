export * from "./attempts";
export * from "./items";
export * from "./lessons";
export * from "./marking";
export * from "./operations";
export * from "./people";
export * from "./review";
export * from "./time";
