package renditions.architecture.planted.lambda;

import renditions.architecture.planted.local.Emulator;

/// Breaks a rule: a class of the local run.
record KnowsEmulator(Emulator emulator) {}
