package renditions.interleaving;

/// How a store answers.
interface Physics {
    World.Answered answer(World world, Request request);

    /// As S3 does.
    Physics S3 = World::answer;
}
