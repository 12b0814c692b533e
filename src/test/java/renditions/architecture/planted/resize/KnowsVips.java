package renditions.architecture.planted.resize;

import renditions.architecture.planted.image.vips.Kernel;

/// Breaks a rule: the engine behind the port.
record KnowsVips(Kernel kernel) {}
