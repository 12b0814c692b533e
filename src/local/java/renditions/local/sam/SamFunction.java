package renditions.local.sam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The function of the template, as `make package` built it.
///
/// @param architecture its architecture, in Lambda's words
/// @param template the AWS SAM template
record SamFunction(String architecture, Path template) {
    private static final String NAME = "RenditionsFunction";
    private static final Path TARGET = Path.of("target");

    /// The file with the values of variables whose value in the template only AWS knows.
    private static final Path ENVIRONMENT = TARGET.resolve(Path.of("sam-local", "env.json"));

    /// The function, if all its files are there.
    static SamFunction of(String architecture, Path template) throws Refused {
        var function = new SamFunction(architecture, template);
        for (var file : List.of(template, function.zip(), TARGET.resolve("layer-" + architecture + ".zip"))) {
            if (!Files.isRegularFile(file)) {
                throw new Refused("The file " + file + " is missing: 'make package' builds it.");
            }
        }
        return function;
    }

    Path zip() {
        return TARGET.resolve("renditions.zip");
    }

    /// The image in which SAM CLI runs the function.
    String image() {
        return "public.ecr.aws/lambda/java:25-" + architecture;
    }

    /// Writes the file with the variables: the endpoint of S3, and the buckets, whose names only AWS knows.
    void writeEnvironment(LocalStack localStack) throws IOException {
        var variables = Map.of(
                "AWS_ENDPOINT_URL_S3",
                localStack.endpoints().inside().toString(),
                "UPLOADS_BUCKET",
                "", // an event may name any
                "RENDITIONS_BUCKET",
                UploadedScenario.RENDITIONS,
                "RENDITIONS_PREFIX",
                RenditionList.PREFIX);
        Files.createDirectories(ENVIRONMENT.getParent());
        Files.writeString(
                ENVIRONMENT,
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(Map.of(NAME, variables)));
    }

    /// The arguments of `sam`. It pulls no images, because they are there already, so it needs no network.
    List<String> invocation(Path event, LocalStack localStack) {
        var arguments = new ArrayList<>(List.of("local", "invoke", NAME));
        arguments.addAll(List.of("--template", template.toString()));
        arguments.addAll(List.of("--event", event.toAbsolutePath().toString()));
        arguments.addAll(List.of("--env-vars", ENVIRONMENT.toString()));
        arguments.addAll(List.of("--parameter-overrides", "Architecture=" + architecture));
        arguments.add("--skip-pull-image");
        localStack.endpoints().network().ifPresent(network -> arguments.addAll(List.of("--docker-network", network)));
        return arguments;
    }
}
