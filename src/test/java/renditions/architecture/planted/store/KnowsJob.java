package renditions.architecture.planted.store;

import renditions.architecture.planted.resize.Job;

/// Breaks two rules: a room that uses this one.
record KnowsJob(Job job) {}
