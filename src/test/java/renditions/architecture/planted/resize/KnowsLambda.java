package renditions.architecture.planted.resize;

import com.amazonaws.services.lambda.runtime.Context;

/// Breaks a rule: a library.
record KnowsLambda(Context context) {}
