package renditions.architecture.planted.store;

import java.lang.foreign.SymbolLookup;

/// Breaks a rule: a native function.
interface Links {
    /// The functions.
    SymbolLookup functions();
}
