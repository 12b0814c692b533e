package renditions.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;

/// The class runs without `--enable-preview`: the compiler gives a class that uses a preview feature or API a minor
/// version of its own (Java virtual machine specification, section 4.1).
final class NeedNoPreview extends ArchCondition<JavaClass> {
    NeedNoPreview() {
        super("need no preview feature");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        boolean satisfied = minorVersion(item) != ClassFile.PREVIEW_MINOR_VERSION;
        events.add(new SimpleConditionEvent(item, satisfied, item.getName() + " is compiled with preview features"));
    }

    private static int minorVersion(JavaClass item) {
        var file = item.getSource().orElseThrow().getUri();
        try (var bytes = new DataInputStream(file.toURL().openStream())) {
            bytes.skipNBytes(Integer.BYTES); // the magic number
            return bytes.readUnsignedShort();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
