package renditions.architecture.planted.image.vips;

import java.lang.foreign.FunctionDescriptor;
import renditions.architecture.planted.batch.Cancellation;
import renditions.architecture.planted.image.Picture;

/// Keeps the rules: native functions are linked here.
public record Kernel(FunctionDescriptor function, Picture picture, Cancellation cancellation) {}
