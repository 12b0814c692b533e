package renditions.interleaving;

import org.jspecify.annotations.Nullable;
import renditions.interleaving.World.Answered;
import renditions.store.Condition;

/// Stores that break a promise, or in which a rule of the job has no effect.
enum Flawed implements Physics {
    /// A manifest that says no more than the one there, but for its order, is not stored.
    FORGETS_TOUCHES {
        @Override
        public Answered answer(World world, Request request) {
            return request.call() instanceof Request.Put(var thing, var _)
                            && isManifest(request)
                            && same(thing, world.things().get(request.place()), SEQUENCER)
                    ? pretended(world, thing)
                    : world.answer(request);
        }
    },
    /// A manifest that says the same as the one there is not stored.
    FORGETS_FENCES {
        @Override
        public Answered answer(World world, Request request) {
            return request.call() instanceof Request.Put(var thing, var _)
                            && isManifest(request)
                            && same(thing, world.things().get(request.place()), "")
                    ? pretended(world, thing)
                    : world.answer(request);
        }
    },
    /// A tombstone is not stored.
    FORGETS_TOMBSTONES {
        @Override
        public Answered answer(World world, Request request) {
            return request.call() instanceof Request.Put(var thing, var _)
                            && thing.text().contains("\"removed\":true")
                    ? pretended(world, thing)
                    : world.answer(request);
        }
    },
    /// Conditions count for nothing.
    UNCONDITIONAL {
        @Override
        public Answered answer(World world, Request request) {
            return request.call() instanceof Request.Put(var thing, var _)
                    ? world.answer(
                            new Request(request.id(), request.place(), new Request.Put(thing, new Condition.Always())))
                    : world.answer(request);
        }
    },
    /// Whoever loses a commit is told that it was won.
    LOSERS_WIN {
        @Override
        public Answered answer(World world, Request request) {
            var answered = world.answer(request);
            return request.call() instanceof Request.Put(var thing, var _) && answered.reply() instanceof Reply.Changed
                    ? pretended(world, thing)
                    : answered;
        }
    },
    /// Every manifest has the first revision.
    SAME_REVISIONS {
        @Override
        public Answered answer(World world, Request request) {
            return request.call() instanceof Request.Put(var thing, var condition) && isManifest(request)
                    ? world.answer(new Request(
                            request.id(),
                            request.place(),
                            new Request.Put(
                                    new Thing(thing.text().replaceAll(REVISION, "\"revision\":1,"), thing.metadata()),
                                    condition)))
                    : world.answer(request);
        }
    };

    private static final String REVISION = "\"revision\":\\d+,";
    private static final String SEQUENCER = "|\"sequencer\":\"\\w*\",";

    private static boolean isManifest(Request request) {
        return request.place().startsWith("out/m/");
    }

    private static boolean same(Thing one, @Nullable Thing other, String besides) {
        return other != null
                && one.text()
                        .replaceAll(REVISION + besides, "")
                        .equals(other.text().replaceAll(REVISION + besides, ""));
    }

    private static Answered pretended(World world, Thing thing) {
        return new Answered(world, new Reply.Stored(thing.etag()));
    }
}
