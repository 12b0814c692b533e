package renditions.local.image;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.lang.runtime.SwitchBootstraps;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes plain code of the switches over types in compiled classes. The compiler leaves it to the JVM to find the case
/// that fits, which makes a class for each switch when it is first run; an AOT cache keeps what is made for lambdas and
/// joined strings (JEP 483), but not these, and a cold start runs twenty of them. Here each becomes a method that asks
/// for one type after the other.
///
/// A switch that has other labels than types, such as texts or constants of an enum among them, stays as it is.
///
/// Source: `java.lang.runtime.SwitchBootstraps.typeSwitch`, which says what the method has to do.
final class PlainSwitches {
    private static final ClassDesc BOOTSTRAPS = ClassDesc.of(SwitchBootstraps.class.getName());
    private static final MethodTypeDesc TYPE = MethodTypeDesc.of(CD_int, CD_Object, CD_int);

    private final ClassModel model;
    private final List<List<ClassDesc>> switches = new ArrayList<>(); // the types of each, in order

    private PlainSwitches(ClassModel model) {
        this.model = model;
    }

    /// Rewrites classes in a jar. Its table of contents has no folders and no second, exacter times: whoever opens a
    /// jar reads all of it, at each cold start.
    ///
    /// @param arguments the jar, and the folder in it that has the classes
    /// @throws IllegalArgumentException when a class extends one that neither the jar nor the JDK has: it is named
    public static void main(String[] arguments) throws IOException {
        var jar = Path.of(arguments[0]);
        var draft = Path.of(jar + ".draft");
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                var from = new ZipFile(jar.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(draft))) {
            var tool = ClassFile.of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
            for (var entry : Collections.list(from.entries())) {
                if (!entry.isDirectory()) {
                    var bytes = from.getInputStream(entry).readAllBytes();
                    to.putNextEntry(plain(entry));
                    to.write(isClass(entry.getName(), arguments[1]) ? of(bytes, tool) : bytes);
                }
            }
        }
        Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ZipEntry plain(ZipEntry entry) {
        var plain = new ZipEntry(entry.getName());
        plain.setTimeLocal(entry.getTimeLocal());
        return plain;
    }

    private static boolean isClass(String name, String folder) {
        return name.startsWith(folder + "/") && name.endsWith(".class");
    }

    /// The class without switches over types, or as it is if it has none.
    ///
    /// @param compiled a class file
    static byte[] of(byte[] compiled, ClassFile tool) {
        var model = tool.parse(compiled);
        var plain = new PlainSwitches(model);
        var rewritten = tool.transformClass(
                model,
                ClassTransform.transformingMethodBodies(plain::replace)
                        .andThen(ClassTransform.endHandler(plain::addMethods)));
        return plain.switches.isEmpty() ? compiled : rewritten;
    }

    private void replace(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeDynamicInstruction call && isOverTypes(call)) {
            code.invokestatic(
                    model.thisClass().asSymbol(),
                    name(switches.size()),
                    TYPE,
                    model.flags().has(AccessFlag.INTERFACE));
            switches.add(
                    call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList());
        } else {
            code.with(element);
        }
    }

    private static boolean isOverTypes(InvokeDynamicInstruction call) {
        var bootstrap = call.bootstrapMethod();
        return bootstrap.owner().equals(BOOTSTRAPS)
                && bootstrap.methodName().equals("typeSwitch")
                && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
    }

    private void addMethods(ClassBuilder type) {
        for (int i = 0; i < switches.size(); i++) {
            var types = switches.get(i);
            type.withMethodBody(
                    name(i),
                    TYPE,
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> find(code, types));
        }
    }

    private static String name(int number) {
        return "switch$" + number;
    }

    /// The method: -1 for null, otherwise the number of the first of the types that the value has, from the one on
    /// that it is told to begin with, or their count.
    private static void find(CodeBuilder code, List<ClassDesc> types) {
        code.aload(0).ifThen(Opcode.IFNULL, none -> none.iconst_m1().ireturn());
        for (int i = 0; i < types.size(); i++) {
            var next = code.newLabel();
            code.loadConstant(i).iload(1).if_icmplt(next);
            code.aload(0).instanceOf(types.get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(types.size()).ireturn();
    }
}
