import fc from 'fast-check';

// With a seed a run repeats itself: CI judges a change by the change. Without one every run explores anew.
const { PROPERTY_SEED } = process.env;
if (PROPERTY_SEED) fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
