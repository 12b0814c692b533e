package renditions.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads YAML with CloudFormation's short tags in their full form: `!Ref A` as `{"Ref": "A"}`, `!GetAtt A.B` as
/// `{"Fn::GetAtt": ["A", "B"]}`, every other `!X` as `Fn::X` ("Intrinsic function reference" of the CloudFormation
/// user guide).
final class ShortTags extends SafeConstructor {
    private ShortTags(LoaderOptions options) {
        super(options);
        yamlMultiConstructors.put("!", new Function());
    }

    static Object read(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new ShortTags(options)).load(yaml);
    }

    private final class Function extends AbstractConstruct {
        @Override
        public Map<String, Object> construct(Node node) {
            var name = node.getTag().getValue().substring(1);
            return switch (name) {
                case "Ref" -> Map.of("Ref", argument(node));
                case "GetAtt" -> Map.of("Fn::GetAtt", parts(argument(node)));
                default -> Map.of("Fn::" + name, argument(node));
            };
        }

        private Object argument(Node node) {
            return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException("no value: " + node);
            };
        }

        private static Object parts(Object name) {
            return name instanceof String text ? List.of(text.split("\\.", 2)) : name;
        }
    }
}
