package renditions.event;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import renditions.event.BatchOperationsReply.Echo;
import renditions.store.ObjectId;

/// Reads the invocations of S3 Batch Operations: tasks of a job, each about one object (S3 user guide, "Invoke AWS
/// Lambda function"). A task says neither what the object's content is nor how often it was tried before.
final class BatchOperationsReader {
    private BatchOperationsReader() {}

    /// Whether this is such an invocation.
    static boolean is(JsonObject event) {
        return event.node().has("invocationSchemaVersion");
    }

    /// The tasks, in their order. One that cannot be read has an [Entry.Unreadable].
    ///
    /// @throws Misread if the schema is not known, or there is no id that the reply must have
    static Invocation job(JsonObject event) throws Misread {
        var schema = event.text("invocationSchemaVersion");
        if (!MajorVersion.is("1", schema) && !MajorVersion.is("2", schema)) {
            throw new Misread(
                    "the invocationSchemaVersion is '" + Excerpt.of(schema) + "', only 1.0 and 2.0 are known");
        }
        var echo = new Echo(schema, event.text("invocationId"));
        var tasks = new ArrayList<Delivery>();
        for (var node : event.array("tasks")) {
            var task = JsonObject.of(node, "event.tasks[]");
            tasks.add(new Delivery(task.text("taskId"), Delivery.UNCOUNTED, "", List.of(entry(event, task))));
        }
        return new Invocation(
                tasks,
                Invocation.Order.INDEPENDENT,
                outcomes -> new Reply.Text(BatchOperationsReply.write(echo, outcomes)));
    }

    private static Entry entry(JsonObject event, JsonObject task) {
        try {
            requireNoArguments(event);
            var object = new ObjectId(
                    ObjectFields.bucket(bucket(task)),
                    ObjectFields.key(task.text("s3Key"), Spelling.NOTIFICATION),
                    ObjectFields.version(task, "s3VersionId"));
            return ObjectFields.unlessFolder(new Upload(object, null, OptionalLong.empty(), null));
        } catch (Misread problem) {
            return new Entry.Unreadable(problem.reason());
        }
    }

    /// Nobody may believe that an argument has an effect.
    private static void requireNoArguments(JsonObject event) throws Misread {
        var arguments = event.node().path("job").path("userArguments");
        if (!arguments.isEmpty()) {
            var names = String.join(", ", arguments.propertyNames());
            throw new Misread("the job has user arguments, and this function knows none: " + Excerpt.of(names));
        }
    }

    /// Schema 2.0 names the bucket, schema 1.0 has its ARN.
    private static String bucket(JsonObject task) throws Misread {
        var name = task.optionalText("s3Bucket");
        if (name != null) {
            return name;
        }
        var arn = task.text("s3BucketArn");
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
