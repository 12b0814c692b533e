package renditions.architecture.planted.event;

import java.lang.foreign.MemorySegment;

/// Breaks a rule: native memory.
record HoldsMemory(MemorySegment memory) {}
